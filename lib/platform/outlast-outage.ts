import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "@/lib/platform/database-away";

const PAUSE_MS = 250;
const PATIENCE_MS = 90_000;

/**
 * Does something at the database, and again as long as the database is away, up to a minute and a half. For what is lost
 * otherwise and does no harm when it is done twice: a commit whose confirmation got lost may have been made.
 */
export async function outlastOutage<Result>(work: () => Promise<Result>): Promise<Result> {
  const untilMs = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > untilMs) throw error;
    }
    await pause(PAUSE_MS);
  }
}
