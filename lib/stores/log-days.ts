import { pool } from "@/lib/platform/db";

const DAYS_AHEAD = 7;
const DAY_MS = 86_400_000;

/** Makes sure that the log has a partition for yesterday, today and the week ahead. Safe when several do it at once. */
export async function prepareLogDays(nowMs = Date.now()): Promise<void> {
  const yesterday = new Date(nowMs - DAY_MS).toISOString().slice(0, 10);
  await pool().query("SELECT log_days.prepare($1::date, $2)", [yesterday, DAYS_AHEAD + 2]);
}
