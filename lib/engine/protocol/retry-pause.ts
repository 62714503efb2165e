/** The server's own pauses, in seconds: https://www.inngest.com/docs/features/inngest-functions/error-retries/retries */
const PAUSES_S = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];
const JITTER_MS = 30_000;
const ASKED_MS_MIN = 1_000;
const ASKED_MS_MAX = 86_400_000;

/** How long to wait after a failed attempt, counting from 0, in ms. */
export function retryPauseMs(attempt: number): number {
  const pauseS = PAUSES_S[Math.min(attempt, PAUSES_S.length - 1)] ?? 0;
  return pauseS * 1_000 + Math.random() * JITTER_MS;
}

/** What a Retry-After header asks for, in ms, between a second and a day; nothing when it says nothing. */
export function parseRetryAfterMs(header: string | undefined, nowMs = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  const askedMs = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  if (Number.isNaN(askedMs)) return undefined;
  return Math.min(ASKED_MS_MAX, Math.max(ASKED_MS_MIN, askedMs));
}
