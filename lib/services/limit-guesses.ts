import { DoorbellError } from "@/lib/domain/errors";
import { type Budget, returnToBudget, takeFromBudget } from "@/lib/stores/rate-limits";

/** A budget of wrong guesses, and whose it is. */
export type Guarded = { key: string; budget: Budget };

/**
 * Lets somebody try what only those who know should get right: undefined means wrong. A wrong guess costs one of each
 * budget; a right one is free. Throws `rate_limited` when a budget is used up.
 */
export async function guess<Value>(
  guarded: Guarded[],
  attempt: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  // Taken before the attempt, so that a hundred at once are a hundred.
  for (const { key, budget } of guarded) {
    const taken = await takeFromBudget(key, budget);
    if (!taken.ok) {
      throw new DoorbellError("rate_limited", "Too many tries. Wait a few minutes, then try again.", {
        retryAfterSeconds: taken.retryAfterSeconds,
      });
    }
  }
  const value = await attempt();
  if (value !== undefined) for (const { key, budget } of guarded) await returnToBudget(key, budget);
  return value;
}
