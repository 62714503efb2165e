import { sweepBudgets } from "@/lib/stores/rate-limits";
import { sweepSessions } from "@/lib/stores/sessions";

/** Takes away what has run out: ended sessions, and rate limits that are whole again. Worth doing every hour. */
export async function sweepAccounts(nowMs = Date.now()): Promise<void> {
  await sweepSessions(new Date(nowMs));
  await sweepBudgets();
}
