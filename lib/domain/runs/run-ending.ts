import type { RunStatus, StepStatus } from "@/lib/domain/runs/run";

/** A step that has ended, as far as the run's own end depends on it. */
export type EndedStep = { nodeId: string; status: StepStatus; port: string | null; error: string | null };

export type RunEnding = { status: Extract<RunStatus, "done" | "failed" | "filtered">; error: string | null };

/**
 * How a run ends, by its steps. It fails when a step failed and nothing was drawn for that case. It is filtered when
 * a step let nothing through and nothing was sent, kept or answered. Otherwise it is done.
 */
export function runEnding(
  steps: EndedStep[],
  labelOf: (nodeId: string) => string,
  changedSomething: boolean,
): RunEnding {
  const failed = steps.find((step) => step.status === "failed" && step.port === null);
  if (failed)
    return { status: "failed", error: `“${labelOf(failed.nodeId)}” failed: ${failed.error ?? "no reason is known."}` };

  const stopper = steps.find((step) => step.status === "done" && step.port === "fail");
  if (stopper && !changedSomething)
    return { status: "filtered", error: `“${labelOf(stopper.nodeId)}” did not let it pass.` };
  return { status: "done", error: null };
}
