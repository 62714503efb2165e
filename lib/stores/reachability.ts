import { pool } from "@/lib/platform/db";

/** Whether the database answers. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await pool().query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
