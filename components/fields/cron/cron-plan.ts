import { cronProblem } from "@/lib/domain/schedules/cron";

/** A cron text as one of the plain choices, where it is one. Times are as in `09:00`; weekdays count from Sunday, 0. */
export type CronPlan =
  | { kind: "minutes"; every: number }
  | { kind: "hourly"; minute: number }
  | { kind: "daily"; time: string }
  | { kind: "weekly"; weekdays: readonly number[]; time: string }
  | { kind: "monthly"; day: number; time: string }
  | { kind: "own"; text: string };

export type CronKind = CronPlan["kind"];

/** Pauses that stand evenly in an hour: after any other, the first one of an hour would come too early. */
export const MINUTE_STEPS = [1, 2, 3, 5, 10, 15, 20, 30];

const NUMBER = /^\d+$/;
const STEP = /^\*(?:\/(\d+))?$/;

/** The plain choice that a text stands for; else the text itself. */
export function readPlan(text: string): CronPlan {
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = text.trim().split(/\s+/);
  const own: CronPlan = { kind: "own", text };
  if (month !== "*" || cronProblem(text) !== undefined) return own;
  const weekdays = weekdaysIn(weekday);
  if (!weekdays) return own;
  const rest = `${NUMBER.test(hour) ? "at" : hour} ${NUMBER.test(day) ? "day" : day} ${weekday === "*" ? "*" : "days"}`;
  if (!NUMBER.test(minute)) {
    const every = Number(STEP.exec(minute)?.[1] ?? 1);
    return STEP.test(minute) && rest === "* * *" && MINUTE_STEPS.includes(every) ? { kind: "minutes", every } : own;
  }
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  switch (rest) {
    case "* * *":
      return { kind: "hourly", minute: Number(minute) };
    case "at * *":
      return { kind: "daily", time };
    case "at * days":
      return { kind: "weekly", weekdays, time };
    case "at day *":
      return { kind: "monthly", day: Number(day), time };
    default:
      return own;
  }
}

const DAY_NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** The days that a list of days and ranges names, in order, 0 for Sunday; none for `*`. Undefined for what is neither. */
function weekdaysIn(text: string): number[] | undefined {
  if (text === "*") return [];
  const days = new Set<number>();
  for (const piece of text.toLowerCase().split(",")) {
    const [first, last = first] = piece.split("-").map(dayNumber);
    if (first === undefined || last === undefined || first > last) return undefined;
    for (let day = first; day <= last; day++) days.add(day % 7);
  }
  return [...days].sort((one, other) => one - other);
}

function dayNumber(text: string): number | undefined {
  const number = /^[0-7]$/.test(text) ? Number(text) : DAY_NAMES.indexOf(text);
  return number < 0 ? undefined : number;
}

/** The cron text of a plan. A week without days is every day. */
export function writePlan(plan: CronPlan): string {
  switch (plan.kind) {
    case "minutes":
      return plan.every === 1 ? "* * * * *" : `*/${plan.every} * * * *`;
    case "hourly":
      return `${plan.minute} * * * *`;
    case "daily":
      return `${clock(plan.time)} * * *`;
    case "weekly":
      return `${clock(plan.time)} * * ${plan.weekdays.length > 0 ? plan.weekdays.join(",") : "*"}`;
    case "monthly":
      return `${clock(plan.time)} ${plan.day} * *`;
    case "own":
      return plan.text;
  }
}

function clock(time: string): string {
  const [hour = "9", minute = "0"] = time.split(":");
  return `${Number(minute)} ${Number(hour)}`;
}

/** Another kind of plan, with what it has in common with the one before. */
export function changeKind(plan: CronPlan, kind: CronKind): CronPlan {
  const time = "time" in plan ? plan.time : "09:00";
  switch (kind) {
    case "minutes":
      return { kind, every: 15 };
    case "hourly":
      return { kind, minute: 0 };
    case "daily":
      return { kind, time };
    case "weekly":
      return { kind, weekdays: [1], time };
    case "monthly":
      return { kind, day: 1, time };
    case "own":
      return { kind, text: writePlan(plan) };
  }
}
