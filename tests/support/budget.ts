import { pool } from "@/lib/platform/db";

/** Leaves nothing of a budget for the next hour. */
export async function useUpBudget(key: string): Promise<void> {
  await pool().query("INSERT INTO rate_limits (key, whole_at) VALUES ($1, now() + interval '1 hour')", [key]);
}
