import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/platform/log";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const GIVE_UP_MS = 60_000;

/**
 * Repeats what fails, ever more slowly: the database may be away for a while. After a minute, or when stopped, it gives
 * up and throws: another process has the job by then, or this one claims it again once the database is back.
 */
export async function keepTrying<Value>(work: () => Promise<Value>, stopped: AbortSignal): Promise<Value> {
  const startedAtMs = Date.now();
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (stopped.aborted || Date.now() - startedAtMs > GIVE_UP_MS) throw error;
      if (failures === 0) log.warn("The engine could not write; it tries again.", { reason: String(error) });
      await pause(backOffMs(failures));
    }
  }
}

/** The pause after this many failures in a row, counting from 0, in ms. */
export function backOffMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10));
}
