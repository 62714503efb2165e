import type { Cron } from "@/lib/domain/schedules/cron";
import { instantsAt, wallTimeAt } from "@/lib/domain/schedules/zoned-time";

type Search = { timeZone: string; afterMs: number; count: number };

const DAY_MS = 86_400_000;
/** Eight years reach from one 29 February to the next, also over 2100. */
const DAYS_MAX = 366 * 8;

/**
 * The next times that a cron names, in ms since 1970; fewer than asked for when there are no more. Where clocks are set
 * back, an hour that comes twice counts twice only for what runs every hour; where they are set forward, what would fall
 * into the gap comes after it.
 */
export function nextTimes(cron: Cron, { timeZone, afterMs, count }: Search): number[] {
  const found: number[] = [];
  const today = Math.floor(wallTimeAt(afterMs, timeZone) / DAY_MS) * DAY_MS;
  // What was skipped yesterday can fall on today.
  for (let day = -1; day < DAYS_MAX && found.length < count; day++) {
    const midnight = today + day * DAY_MS;
    if (isDay(cron, new Date(midnight))) found.push(...timesOn(cron, midnight, timeZone).filter(isAfter(afterMs)));
  }
  return found.slice(0, count);
}

const isAfter = (ms: number) => (instant: number) => instant > ms;

/** As cron has it: where both are told, the day of the month or the day of the week is enough. */
function isDay({ days, months, weekdays, isAny }: Cron, date: Date): boolean {
  if (!months.includes(date.getUTCMonth() + 1)) return false;
  const isOfMonth = days.includes(date.getUTCDate());
  const isOfWeek = weekdays.includes(date.getUTCDay());
  return isAny.days || isAny.weekdays ? isOfMonth && isOfWeek : isOfMonth || isOfWeek;
}

function timesOn({ minutes, hours, isAny }: Cron, midnight: number, timeZone: string): number[] {
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => {
      const instants = instantsAt(midnight + (hour * 60 + minute) * 60_000, timeZone);
      return isAny.hours ? instants : instants.slice(0, 1);
    }),
  );
  return [...new Set(times)].sort((one, other) => one - other);
}
