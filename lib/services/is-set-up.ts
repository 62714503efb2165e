import { hasUsers } from "@/lib/stores/users";

/** Whether somebody can sign in already. */
export function isSetUp(): Promise<boolean> {
  return hasUsers();
}
