import { setTimeout as pause } from "node:timers/promises";

/** Looks until there is something to see, and gives that. Throws when there still is nothing after `patienceMs`. */
export async function waitFor<Seen>(look: () => Promise<Seen | undefined>, patienceMs = 25_000): Promise<Seen> {
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > untilMs) throw new Error(`Nothing came in ${patienceMs} ms.`);
    await pause(50);
  }
}
