import type { AttemptStatus, Step, StepStatus } from "@/lib/domain/runs/run";

/** A piece of a step's time: from and length, both in ms since the run's first moment. */
export type TimelineBar =
  | { kind: "work"; fromMs: number; lengthMs: number; status: StepStatus }
  | { kind: "attempt"; fromMs: number; lengthMs: number; n: number; status: AttemptStatus }
  | { kind: "pause"; fromMs: number; lengthMs: number };

export type Timeline = { startMs: number; lengthMs: number; bars: ReadonlyMap<string, TimelineBar[]> };

/**
 * When each step worked, tried and paused. What has not ended lasts until `nowMs`. The length is at least 1 ms, so that
 * it can be divided by.
 */
export function timelineOf(steps: readonly Step[], nowMs: number): Timeline {
  const began = steps
    .flatMap((step) => [step.startedAt, ...step.attempts.map(({ startedAt }) => startedAt)])
    .flatMap(toMs);
  const startMs = began.length === 0 ? nowMs : Math.min(...began);
  const bars = new Map(steps.map((step) => [step.nodeId, barsOf(step, startMs, nowMs)]));
  const ends = [...bars.values()].flat().map((bar) => bar.fromMs + bar.lengthMs);
  return { startMs, lengthMs: Math.max(1, ...ends), bars };
}

function barsOf(step: Step, startMs: number, nowMs: number): TimelineBar[] {
  const [beganMs] = toMs(step.startedAt);
  const [endedMs = nowMs] = toMs(step.endedAt);
  if (step.attempts.length === 0) {
    if (beganMs === undefined) return [];
    return [{ kind: "work", fromMs: beganMs - startMs, lengthMs: Math.max(0, endedMs - beganMs), status: step.status }];
  }
  const bars: TimelineBar[] = [];
  let freeFromMs: number | undefined;
  for (const { n, status, startedAt, durationMs } of step.attempts) {
    const fromMs = Date.parse(startedAt) - startMs;
    if (freeFromMs !== undefined && fromMs > freeFromMs) {
      bars.push({ kind: "pause", fromMs: freeFromMs, lengthMs: fromMs - freeFromMs });
    }
    const lengthMs = durationMs ?? (status === "started" ? Math.max(0, nowMs - startMs - fromMs) : 0);
    bars.push({ kind: "attempt", fromMs, lengthMs, n, status });
    freeFromMs = fromMs + lengthMs;
  }
  const stillWaitingMs = step.status === "waiting" && freeFromMs !== undefined ? nowMs - startMs - freeFromMs : 0;
  if (freeFromMs !== undefined && stillWaitingMs > 0)
    bars.push({ kind: "pause", fromMs: freeFromMs, lengthMs: stillWaitingMs });
  return bars;
}

function toMs(at: string | null): number[] {
  return at === null ? [] : [Date.parse(at)];
}
