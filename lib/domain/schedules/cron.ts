import { Cron } from "croner";
import cronstrue from "cronstrue";

const EXPRESSION_LENGTH_MAX = 200;

/** When a workflow starts by the clock: cron's five fields, read in a time zone such as `Europe/Berlin`. */
export type Schedule = { cron: string; timeZone: string };

/** The next moments of a schedule after `fromMs`, in ms since 1970; none when it cannot be read or is never due. */
export function nextTimes(schedule: Schedule, fromMs: number, count: number): number[] {
  return (
    read(schedule)
      ?.nextRuns(count, new Date(fromMs))
      .map((date) => date.getTime()) ?? []
  );
}

/** Why a text is no schedule, in a sentence; undefined when it is one. */
export function cronProblem(cron: string): string | undefined {
  if (fieldsIn(cron) !== 5) {
    return "A schedule has five parts: minute, hour, day of the month, month and day of the week, as in 0 9 * * 1-5.";
  }
  const readable = read({ cron, timeZone: "UTC" });
  if (!readable) return "This schedule cannot be read. One looks like 0 9 * * 1-5: at 9:00, Monday through Friday.";
  return readable.nextRun() ? undefined : "This schedule is never due: there is no such day.";
}

/** A schedule in words; the text itself where there are none for it. */
export function cronWords(cron: string): string {
  try {
    return cronstrue.toString(cron, { use24HourTimeFormat: true });
  } catch {
    // It knows a little less than what is run.
    return cron;
  }
}

/** Whether there is such a time zone, as far as this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Every time zone that this machine knows, UTC first. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((timeZone) => timeZone !== "UTC")];
}

function read({ cron, timeZone }: Schedule): Cron | undefined {
  if (cron.length > EXPRESSION_LENGTH_MAX || fieldsIn(cron) !== 5 || !isTimeZone(timeZone)) return undefined;
  try {
    return new Cron(cron.trim(), { mode: "5-part", timezone: timeZone, paused: true });
  } catch {
    // A text that is no schedule is an expected end: the editor says so.
    return undefined;
  }
}

function fieldsIn(cron: string): number {
  return cron.trim().split(/\s+/).length;
}
