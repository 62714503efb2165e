import { pool } from "@/lib/platform/db";

/** Whether a delivery with this key would be a repeat. */
export async function isKnownEvent(dedupeKey: string, nowMs: number): Promise<boolean> {
  const { rowCount } = await pool().query("SELECT FROM dedupe_keys WHERE key = $1::uuid AND expires_at >= $2", [
    dedupeKey,
    new Date(nowMs),
  ]);
  return rowCount === 1;
}

/** Takes away the keys of events that may come again. */
export async function sweepDedupeKeys(nowMs = Date.now()): Promise<void> {
  await pool().query("DELETE FROM dedupe_keys WHERE expires_at < $1", [new Date(nowMs)]);
}
