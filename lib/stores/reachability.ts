import { queryWithin } from "@/lib/platform/db";

const PATIENCE_MS = 2_000;

/** Whether the database answers. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await queryWithin(PATIENCE_MS, { text: "SELECT 1" });
    return true;
  } catch {
    return false;
  }
}
