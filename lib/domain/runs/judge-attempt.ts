import type { RetryPolicy } from "@/lib/domain/runs/retry-policy";

/** How an attempt ended, as far as judging it needs. */
export type AttemptEnd =
  | { kind: "answered"; status: number; retryAfterMs?: number | undefined }
  | { kind: "failed" }
  | { kind: "blocked" };

export type AttemptVerdict = { do: "accept" } | { do: "give-up" } | { do: "retry"; pauseMs: number };

/** No pause is longer, whatever a receiver asks for. */
const PAUSE_MAX_MS = 24 * 3_600_000;
/** Pauses are spread by a fifth either way, so that receivers are not hit by all at once. */
const JITTER = 0.2;
/** Answers that may be different next time. Everything else from 400 to 499 is the request's own fault. */
const WORTH_RETRYING = new Set([408, 425, 429]);

/** What to make of the nth attempt, counting from 1. `chance` is a random number from 0 to 1. */
export function judgeAttempt(
  end: AttemptEnd,
  n: number,
  { policy, chance }: { policy: RetryPolicy; chance: number },
): AttemptVerdict {
  if (end.kind === "blocked") return { do: "give-up" };
  if (end.kind === "answered") {
    if (end.status >= 200 && end.status < 300) return { do: "accept" };
    if (end.status < 500 && !WORTH_RETRYING.has(end.status)) return { do: "give-up" };
  }
  if (n >= policy.attempts) return { do: "give-up" };

  const askedMs = end.kind === "answered" ? (end.retryAfterMs ?? 0) : 0;
  return { do: "retry", pauseMs: Math.min(PAUSE_MAX_MS, Math.max(askedMs, pauseMs(n, policy, chance))) };
}

function pauseMs(n: number, { backoff, delayMs }: RetryPolicy, chance: number): number {
  if (backoff === "fixed") return delayMs;
  const growth = 2 ** Math.min(n - 1, 30);
  return Math.round(delayMs * growth * (1 - JITTER + 2 * JITTER * chance));
}
