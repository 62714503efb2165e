import { expect, test } from "vitest";
import type { Attempt, Step } from "@/lib/domain/runs/run";
import { timelineOf } from "@/lib/domain/runs/timeline";

const START_MS = Date.parse("2026-11-21T10:00:00.000Z");

function at(ms: number): string {
  return new Date(START_MS + ms).toISOString();
}

type Tried = Pick<Attempt, "n" | "status" | "durationMs"> & { fromMs: number };

function attempt({ fromMs, ...over }: Tried): Attempt {
  const request = { method: "POST", url: "https://desk.example/", headers: [], body: "" };
  return { idempotencyKey: "drb_1", startedAt: at(fromMs), request, ...over };
}

function step(nodeId: string, over: Partial<Step>): Step {
  return { nodeId, status: "done", startedAt: at(0), endedAt: at(0), attempts: [], ...over };
}

test("attempts have pauses between them, and time counts from the first step", () => {
  const steps = [
    step("ring", { endedAt: at(2) }),
    step("tell", {
      startedAt: at(5),
      endedAt: at(1_040),
      attempts: [
        attempt({ n: 1, fromMs: 5, durationMs: 30, status: "failed" }),
        attempt({ n: 2, fromMs: 1_035, durationMs: 5, status: "succeeded" }),
      ],
    }),
  ];
  const timeline = timelineOf(steps, START_MS + 99_999);
  expect(timeline).toMatchObject({ startMs: START_MS, lengthMs: 1_040 });
  expect(timeline.bars.get("ring")).toEqual([{ kind: "work", fromMs: 0, lengthMs: 2, status: "done" }]);
  expect(timeline.bars.get("tell")).toEqual([
    { kind: "attempt", fromMs: 5, lengthMs: 30, n: 1, status: "failed" },
    { kind: "pause", fromMs: 35, lengthMs: 1_000 },
    { kind: "attempt", fromMs: 1_035, lengthMs: 5, n: 2, status: "succeeded" },
  ]);
});

test("what has not ended lasts until now: an attempt under way, and a pause before the next", () => {
  const trying = step("a", {
    status: "running",
    endedAt: null,
    attempts: [attempt({ n: 1, fromMs: 0, durationMs: null, status: "started" })],
  });
  expect(timelineOf([trying], START_MS + 400).bars.get("a")).toMatchObject([{ kind: "attempt", lengthMs: 400 }]);
  const pausing = step("a", {
    status: "waiting",
    endedAt: null,
    attempts: [attempt({ n: 1, fromMs: 0, durationMs: 100, status: "failed" })],
  });
  expect(timelineOf([pausing], START_MS + 400).bars.get("a")?.[1]).toEqual({
    kind: "pause",
    fromMs: 100,
    lengthMs: 300,
  });
});

test("skipped steps have no bars, and a run without steps has a length all the same", () => {
  const skipped = step("b", { status: "skipped", startedAt: null, endedAt: null });
  expect(timelineOf([skipped], START_MS).bars.get("b")).toEqual([]);
  expect(timelineOf([], START_MS).lengthMs).toBe(1);
});
