export type TimeUnit = "seconds" | "minutes" | "hours" | "days";

export const UNIT_SECONDS: Record<TimeUnit, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** The largest unit in which a number of seconds is whole. */
export function unitOf(seconds: number): TimeUnit {
  if (seconds % UNIT_SECONDS.days === 0) return "days";
  if (seconds % UNIT_SECONDS.hours === 0) return "hours";
  return seconds % UNIT_SECONDS.minutes === 0 ? "minutes" : "seconds";
}

/** “90 seconds”, “1 hour”. */
export function periodWords(seconds: number): string {
  const unit = unitOf(seconds);
  const amount = seconds / UNIT_SECONDS[unit];
  return `${amount.toLocaleString("en")} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
