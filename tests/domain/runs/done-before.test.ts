import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { isLeftOut, isTakenOver } from "@/lib/domain/runs/done-before";
import type { Step } from "@/lib/domain/runs/run";

const BEFORE = "2026-11-21T09:00:00.000Z";
const SINCE = "2026-11-21T10:00:01.000Z";
const run = { id: newId("run", Date.parse("2026-11-21T10:00:00.000Z")), retryOf: newId("run") };

function done(startedAt: string): Step {
  return { nodeId: "tell", status: "done", startedAt, endedAt: startedAt, attempts: [] };
}

test("what began before the run is taken over; what it did not send itself was done before", () => {
  expect(isTakenOver(run, done(BEFORE))).toBe(true);
  expect(isTakenOver(run, done(SINCE))).toBe(false);
  expect(isLeftOut(run, done(SINCE), true)).toBe(true);
  expect(isLeftOut(run, done(BEFORE), true)).toBe(false);
});

test("a run that tries nothing again takes nothing over, and a step that sends nothing leaves nothing out", () => {
  expect(isTakenOver({ ...run, retryOf: null }, done(BEFORE))).toBe(false);
  expect(isLeftOut({ ...run, retryOf: null }, done(SINCE), true)).toBe(false);
  expect(isLeftOut(run, done(SINCE), false)).toBe(false);
});
