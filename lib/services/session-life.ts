const DAY_MS = 86_400_000;
const IDLE_DAYS = 30;
const WHOLE_DAYS = 90;

/** Longer texts are no token of ours: they are not worth asking the database. */
export const TOKEN_LENGTH_MAX = 200;

/** How long a browser keeps the cookie. The row in the database may end it earlier. */
export const SESSION_SECONDS_MAX = (WHOLE_DAYS * DAY_MS) / 1_000;

/** When a session ends: after 30 days without a visit, and after 90 days in any case. */
export function sessionEnd(createdMs: number, seenMs: number): Date {
  return new Date(Math.min(seenMs + IDLE_DAYS * DAY_MS, createdMs + WHOLE_DAYS * DAY_MS));
}
