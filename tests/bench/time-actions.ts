import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { RungWorkflow } from "./app-under-load";
import { ringFromOutside } from "./load";
import { median, quantile } from "./quantile";
import type { Line } from "./table";

const RINGS_PER_SECOND = 50;
const LAST_ARRIVALS_MS = 2_000;

type AskReceiver = (message: unknown) => Promise<unknown>;

/** How long it takes from the start of a ring until the receiver of the workflow's request sees that request. */
export async function timeActions(
  { url, secret }: RungWorkflow,
  { askReceiver, rings }: { askReceiver: AskReceiver; rings: number },
): Promise<{ tookMs: number[]; errors: number }> {
  const pace = { kind: "paced", ratePerSecond: RINGS_PER_SECOND, count: rings } as const;
  const { begunAtMs } = await ringFromOutside({ url, secret, bodyBytes: 1_024, ...pace });
  await pause(LAST_ARRIVALS_MS);
  const arrivedAtMs = z.record(z.string(), z.number()).parse(await askReceiver({}));
  const tookMs = Object.entries(begunAtMs).flatMap(([id, atMs]) => {
    const arrived = arrivedAtMs[id];
    return arrived === undefined ? [] : [arrived - atMs];
  });
  return { tookMs, errors: rings - tookMs.length };
}

export function linesOfActions(tookMs: number[]): Line[] {
  const name = `Ring to action, ${RINGS_PER_SECOND}/s`;
  return [
    { name: `${name}: p50, ms`, ours: median(tookMs).toFixed(1), aim: "≤ 20, then 15" },
    { name: `${name}: p95, ms`, ours: quantile(tookMs, 0.95).toFixed(1), aim: "≤ 50" },
    { name: `${name}: p99, ms`, ours: quantile(tookMs, 0.99).toFixed(1) },
  ];
}
