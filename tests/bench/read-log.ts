import type { AppUnderLoad } from "./app-under-load";
import { median } from "./quantile";
import type { Line } from "./table";

const ROUNDS = 20;

/** What somebody who looks into the log asks for: its newest page, and where something rare is looked for, all of it. */
const QUESTIONS = [
  { name: "Log: newest deliveries", path: "/deliveries?limit=50" },
  { name: "Log: rejected deliveries", path: "/deliveries?limit=50&verdict=rejected" },
  { name: "Log: an event's id", path: "/deliveries?limit=50&q=no-such-event" },
  { name: "Log: newest runs", path: "/runs?limit=50" },
  { name: "Log: failed runs", path: "/runs?limit=50&status=failed" },
];

/** How long the log takes to answer after all that the bench has written into it. */
export async function readLog({ ask }: AppUnderLoad): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, path } of QUESTIONS) {
    const tookMs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const beganMs = performance.now();
      await ask(path);
      tookMs.push(performance.now() - beganMs);
    }
    lines.push({ name: `${name}: p50, ms`, ours: median(tookMs).toFixed(1) });
  }
  return lines;
}
