import { pool } from "@/lib/platform/db";

/** Takes away the keys of events that may come again. */
export async function sweepDedupeKeys(nowMs = Date.now()): Promise<void> {
  await pool().query("DELETE FROM dedupe_keys WHERE expires_at < $1", [new Date(nowMs)]);
}
