import { describe, expect, test } from "vitest";
import type { Answer, Operation } from "@/lib/engine/protocol/call-function";
import { type Decision, decide } from "@/lib/engine/runs/decide";
import type { RunChange } from "@/lib/stores/engine/apply-changes";
import type { ClaimedJob, RunState } from "@/lib/stores/engine/claim-jobs";

const FRESH: RunState = { version: 2, isForced: false, pending: [], revision: 3, stack: [] };

function operations(...list: (Partial<Operation> & { op: string; id: string })[]): Answer {
  return { kind: "operations", operations: list, version: 2, retry: { isFinal: false, afterMs: undefined } };
}

function decideOn(answer: Answer, given: { state?: RunState; job?: Partial<ClaimedJob> } = {}): Decision {
  const { state = FRESH } = given;
  const job: ClaimedJob = {
    runId: "run",
    stepId: "step",
    kind: "call",
    isRace: false,
    attempt: 0,
    lease: "lease",
    functionId: "app-f",
    event: '{"name":"e","data":{"key":1}}',
    state,
    stepsJson: "",
    stepsBytes: 0,
    ...given.job,
  };
  const called = { id: "app-f", attemptsMax: 2, triggers: [], cancelOn: [] };
  const functions = new Map([[called.id, called]]);
  return decide({ job, state, held: { steps: 0, bytes: 0 }, functions, retryPauseMs: () => 15_000 }, answer);
}

function changeOf(decision: Decision): RunChange {
  if (decision.kind !== "advance") throw new Error("The run ended.");
  return decision.change;
}

describe("parallel steps", () => {
  const planned = operations({ op: "StepPlanned", id: "a" }, { op: "StepPlanned", id: "b" });

  test("become jobs, and the run is forced until both have ended", () => {
    const change = changeOf(decideOn(planned));
    expect(change).toMatchObject({ isForced: true, pending: ["a", "b"], settled: ["step"] });
    expect(change.jobs.map(({ stepId, kind }) => [stepId, kind])).toEqual([
      ["a", "call"],
      ["b", "call"],
    ]);
  });

  test("the function is called again only after the last of them", () => {
    const state: RunState = { ...FRESH, isForced: true, pending: ["a", "b"] };
    const job = { stepId: "a" };
    const first = changeOf(decideOn(operations({ op: "StepRun", id: "a", data: 1 }), { state, job }));
    expect(first).toMatchObject({
      isForced: true,
      pending: ["b"],
      jobs: [],
      saved: [{ stepId: "a", result: '{"data":1}' }],
    });

    const last = changeOf(
      decideOn(operations({ op: "StepRun", id: "a" }), { state: { ...state, pending: ["a"] }, job }),
    );
    expect(last).toMatchObject({ isForced: false, pending: [], jobs: [{ stepId: "step", kind: "call" }] });
  });

  test("in a race it is called again after each", () => {
    const state: RunState = { ...FRESH, isForced: true, pending: ["a", "b"] };
    const raced = operations({ op: "StepRun", id: "a", opts: { parallelMode: "race" } });
    const change = changeOf(decideOn(raced, { state, job: { stepId: "a" } }));
    expect(change).toMatchObject({ isForced: true, pending: ["b"], jobs: [{ stepId: "step" }] });
  });

  test("that are reported again after they ended are not begun again", () => {
    const change = changeOf(decideOn(planned, { state: { ...FRESH, stack: ["a"] } }));
    expect(change.jobs.map(({ stepId }) => stepId)).toEqual(["b"]);
  });
});

describe("a failed step", () => {
  const failing = operations({ op: "StepError", id: "a", error: { name: "Error", message: "no" } });

  test("is tried again after the pause that the attempt calls for", () => {
    expect(changeOf(decideOn(failing))).toMatchObject({
      again: { attempt: 1, delayMs: 15_000 },
      saved: [],
      settled: [],
    });
  });

  test("gives its error after the last attempt", () => {
    const change = changeOf(decideOn(failing, { job: { attempt: 1 } }));
    expect(change).toMatchObject({ again: { attempt: 0, delayMs: 0 }, saved: [{ stepId: "a" }] });
    expect(change.saved[0]?.result).toBe('{"error":{"name":"Error","message":"no"}}');
  });
});

test("a call that the run has overtaken is made again, and what it asked for is kept", () => {
  const sleep = operations({ op: "Sleep", id: "nap", name: "1m" });
  const change = changeOf(decideOn(sleep, { job: { state: { ...FRESH, revision: 2 } } }));
  expect(change).toMatchObject({ again: { attempt: 0, delayMs: 0 }, jobs: [{ stepId: "nap", delayMs: 60_000 }] });
});

test("a wait is found by the value that must match", () => {
  const wait = operations({
    op: "WaitForEvent",
    id: "w",
    opts: { event: "wake", timeout: "1h", if: "event.data.key == async.data.key" },
  });
  const change = changeOf(decideOn(wait));
  expect(change.jobs).toMatchObject([{ stepId: "w", kind: "wait", delayMs: 3_600_000 }]);
  expect(change.waits).toMatchObject([{ event: "wake", path: "data.key", isCancel: false }]);
});

test.for([
  [operations({ op: "AIGateway", id: "x", displayName: "Ask a model" }), "Ask a model"],
  [
    operations({ op: "WaitForEvent", id: "x", opts: { event: "inngest/function.finished", timeout: "1h" } }),
    "inngest/",
  ],
  [operations({ op: "WaitForEvent", id: "x", opts: { event: "e", timeout: "1h", if: "size(event)" } }), "size(event)"],
] as const)("what it cannot do fails the run in a sentence: %#", ([answer, named]) => {
  expect(decideOn(answer)).toMatchObject({
    kind: "end",
    end: { status: "Failed", error: { message: expect.stringContaining(named) } },
  });
});
