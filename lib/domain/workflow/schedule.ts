import { Cron } from "croner";
import { z } from "zod";

/** When a schedule rings: five fields of cron, in a time zone of the IANA's list. */
const Schedule = z.object({ cron: z.string().trim().min(1).max(200), timeZone: z.string().max(100).default("UTC") });

/**
 * The first moment after another at which a schedule rings; null when there is none, or the schedule cannot be read. Where
 * clocks are put forward, a moment that is left out comes right after; where they are put back, it rings once.
 */
export function nextTime(schedule: unknown, afterMs: number): Date | null {
  const cron = readCron(schedule);
  return cron?.nextRun(new Date(afterMs)) ?? null;
}

/** Why a schedule cannot be read, in a sentence; undefined when it can. */
export function scheduleComplaint(schedule: unknown): string | undefined {
  if (!readCron(schedule))
    return "This is no schedule: five fields, such as 0 9 * * 1-5, and a time zone such as Europe/Berlin.";
  return nextTime(schedule, Date.now()) ? undefined : "This schedule never comes.";
}

function readCron(schedule: unknown): Cron | undefined {
  const parsed = Schedule.safeParse(schedule);
  if (!parsed.success || parsed.data.cron.split(/\s+/).length !== 5) return undefined;
  try {
    return new Cron(parsed.data.cron, { timezone: parsed.data.timeZone, paused: true });
  } catch {
    // It throws for whatever it cannot read.
    return undefined;
  }
}
