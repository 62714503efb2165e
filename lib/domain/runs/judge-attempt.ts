import type { RetryPolicy } from "@/lib/domain/runs/retry-policy";

/** How an attempt ended, as far as judging it needs. */
export type AttemptEnd =
  /** It was done, where that is not said by a status. */
  | { kind: "done" }
  | { kind: "answered"; status: number; retryAfterMs?: number | undefined }
  /** Understood and refused, without a status that says so. */
  | { kind: "refused"; isWorthRetrying: boolean }
  /** No answer was seen. `sent` tells whether it may have arrived; `retryAfterMs`, when it may be tried again at the earliest. */
  | { kind: "failed"; sent: boolean; reason?: string | undefined; retryAfterMs?: number | undefined }
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
  if (end.kind === "done" || (end.kind === "answered" && end.status >= 200 && end.status < 300))
    return { do: "accept" };
  if (n >= policy.attempts || !isWorthRetrying(end, policy)) return { do: "give-up" };

  const askedMs = askedPauseMs(end, chance);
  return { do: "retry", pauseMs: Math.min(PAUSE_MAX_MS, Math.max(askedMs, pauseMs(n, policy, chance))) };
}

/** A pause of our own is spread, so that not everybody who was held back comes again at once; a receiver's is taken as it is. */
function askedPauseMs(end: AttemptEnd, chance: number): number {
  if (end.kind === "answered") return end.retryAfterMs ?? 0;
  return end.kind === "failed" ? Math.round((end.retryAfterMs ?? 0) * (1 + JITTER * chance)) : 0;
}

function isWorthRetrying(
  end: Exclude<AttemptEnd, { kind: "done" }>,
  { retryStatuses, atMostOnce }: RetryPolicy,
): boolean {
  switch (end.kind) {
    case "blocked":
      return false;
    case "failed":
      return !(atMostOnce && end.sent);
    case "refused":
      return end.isWorthRetrying && !atMostOnce;
    case "answered":
      if (retryStatuses) return retryStatuses.includes(end.status);
      return WORTH_RETRYING.has(end.status) || isRateLimit(end) || (end.status >= 500 && !atMostOnce);
  }
}

/** GitHub among others refuses with 403 whoever asks too often, and says when to come again. */
function isRateLimit({ status, retryAfterMs }: Extract<AttemptEnd, { kind: "answered" }>): boolean {
  return status === 403 && retryAfterMs !== undefined;
}

function pauseMs(n: number, { backoff, delayMs }: RetryPolicy, chance: number): number {
  if (backoff === "fixed") return delayMs;
  const growth = 2 ** Math.min(n - 1, 30);
  return Math.round(delayMs * growth * (1 - JITTER + 2 * JITTER * chance));
}
