const UNITS = [
  { unit: "year", ms: 365 * 24 * 3_600_000 },
  { unit: "month", ms: 30 * 24 * 3_600_000 },
  { unit: "day", ms: 24 * 3_600_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });

/** “just now”, “4 min. ago”, “in 2 days”. */
export function relativeTime(atMs: number, nowMs: number): string {
  const sinceMs = atMs - nowMs;
  const found = UNITS.find(({ ms }) => Math.abs(sinceMs) >= ms);
  return found ? format.format(Math.trunc(sinceMs / found.ms), found.unit) : "just now";
}
