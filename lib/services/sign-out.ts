import { sha256 } from "@/lib/platform/digest";
import { deleteSession } from "@/lib/stores/sessions";

/** Ends one session at once, wherever its token is still kept. */
export function signOut(token: string): Promise<void> {
  return deleteSession(sha256(token));
}
