import type { AttemptEnd } from "@/lib/domain/runs/judge-attempt";

/** What is known of one destination: how it failed since it last did not, and whether attempts at it are held back. */
export type Breaker = {
  /** Since the last success. */
  failures: number;
  /** When the newest of them were, oldest first: as many as it takes to hold attempts back. */
  failedAtMs: readonly number[];
  held: { untilMs: number; pauseMs: number; isProbing: boolean } | null;
};

export const FRESH_BREAKER: Breaker = { failures: 0, failedAtMs: [], held: null };

/** What to do with an attempt. A probe is the one attempt that finds out whether a pause is over. */
export type Admission = { do: "send" } | { do: "probe" } | { do: "wait"; pauseMs: number; failures: number };

/** How a destination was found: `none` when it was not asked at all. */
export type Health = "good" | "bad" | "none";

const FAILURES_MAX = 10;
const WINDOW_MS = 30_000;
const PAUSE_MIN_MS = 10_000;
const PAUSE_MAX_MS = 300_000;

/** Whether an attempt may go out now; and the breaker after that, since a pause lets one attempt through at its end. */
export function admit(breaker: Breaker, nowMs: number): { breaker: Breaker; admission: Admission } {
  const { held, failures } = breaker;
  if (!held) return { breaker, admission: { do: "send" } };
  if (nowMs < held.untilMs) {
    return { breaker, admission: { do: "wait", pauseMs: held.untilMs - nowMs, failures } };
  }
  if (held.isProbing) return { breaker, admission: { do: "wait", pauseMs: PAUSE_MIN_MS, failures } };
  return { breaker: { ...breaker, held: { ...held, isProbing: true } }, admission: { do: "probe" } };
}

/**
 * Learns from an attempt. Ten failures without a success within 30 seconds hold others back for 10 seconds, and a probe that
 * fails for twice as long as before, up to 5 minutes. Any success ends that.
 */
export function learn(breaker: Breaker, { health, isProbe, nowMs }: Lesson): Breaker {
  const { held, failures, failedAtMs } = breaker;
  if (health === "good") return FRESH_BREAKER;
  if (health === "none") return held && isProbe ? { ...breaker, held: { ...held, isProbing: false } } : breaker;

  const after = { failures: failures + 1, failedAtMs: [...failedAtMs, nowMs].slice(-FAILURES_MAX) };
  if (held && !isProbe) return { ...after, held };
  const pauseMs = held ? Math.min(PAUSE_MAX_MS, held.pauseMs * 2) : PAUSE_MIN_MS;
  const isHeld = held !== null || isTooMany(after.failedAtMs, nowMs);
  return { ...after, held: isHeld ? { untilMs: nowMs + pauseMs, pauseMs, isProbing: false } : null };
}

type Lesson = { health: Health; isProbe: boolean; nowMs: number };

function isTooMany(failedAtMs: readonly number[], nowMs: number): boolean {
  const [oldest] = failedAtMs;
  return failedAtMs.length === FAILURES_MAX && oldest !== undefined && nowMs - oldest <= WINDOW_MS;
}

/** Whether nothing about a destination is worth remembering any more. */
export function isForgettable({ failedAtMs, held }: Breaker, nowMs: number): boolean {
  const newest = failedAtMs.at(-1);
  return newest === undefined || nowMs - newest > (held ? 2 * PAUSE_MAX_MS : WINDOW_MS);
}

/** What an attempt's end says about its destination. One that understands and refuses is well. */
export function healthOf(end: AttemptEnd): Health {
  switch (end.kind) {
    case "done":
    case "refused":
      return "good";
    case "answered":
      return end.status >= 500 ? "bad" : "good";
    case "blocked":
      return "none";
    case "failed":
      return end.sent || UNREACHED.has(end.reason ?? "") ? "bad" : "none";
  }
}

/** Why something was never sent although it was tried. Any other reason lies in what was to be sent. */
const UNREACHED: ReadonlySet<string> = new Set(["dns", "refused", "tls", "timeout", "reset"]);
