const UNITS_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };
const DURATION = /^(?:\d+[wdhms])+$/;
const PART = /(\d+)([wdhms])/g;

/** The pause in ms that the SDK writes as `1d2h30s` or as a moment (ISO 8601). A moment that has passed is 0. */
export function parseDelayMs(text: string, nowMs = Date.now()): number {
  // The SDK's word for a pause of nothing.
  if (text === "") return 0;
  if (DURATION.test(text)) {
    let delayMs = 0;
    for (const [, count, unit] of text.matchAll(PART)) delayMs += Number(count) * (UNITS_MS[unit ?? ""] ?? 0);
    return delayMs;
  }
  const momentMs = Date.parse(text);
  if (Number.isNaN(momentMs)) throw new Error(`“${text}” is neither a duration nor a moment.`);
  return Math.max(0, momentMs - nowMs);
}
