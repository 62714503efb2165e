import { expect, test } from "vitest";
import { type EndedStep, runEnding } from "@/lib/domain/runs/run-ending";

const step = (nodeId: string, more: Partial<EndedStep> = {}): EndedStep => ({
  nodeId,
  status: "done",
  port: "out",
  error: null,
  ...more,
});
const end = (steps: EndedStep[], changedSomething: boolean) =>
  runEnding(steps, (nodeId) => nodeId.toUpperCase(), changedSomething);

test("a run whose steps went well is done", () => {
  expect(end([step("ring"), step("tell")], true)).toEqual({ status: "done", error: null });
});

test("a failed step that nothing follows fails the run, and is named", () => {
  const steps = [step("tell", { status: "failed", port: null, error: "It answered 500." })];
  expect(end(steps, true)).toEqual({ status: "failed", error: "“TELL” failed: It answered 500." });
});

test("a failed step that was provided for does not fail the run", () => {
  const steps = [step("tell", { status: "failed", port: "error", error: "It answered 500." }), step("else")];
  expect(end(steps, true)).toEqual({ status: "done", error: null });
});

test("a run is filtered when a filter stopped it before anything was sent", () => {
  const steps = [step("urgent", { port: "fail" })];
  expect(end(steps, false)).toEqual({ status: "filtered", error: "“URGENT” did not let it pass." });
  expect(end(steps, true)).toEqual({ status: "done", error: null });
});
