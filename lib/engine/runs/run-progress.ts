import type { RunChange } from "@/lib/stores/engine/apply-changes";
import type { RunState } from "@/lib/stores/engine/claim-jobs";

/** A run on its way from what was read of it to what will be written. */
export type Progress = Omit<RunChange, "revision"> & {
  from: RunState;
  /** Whether the function is to be called, to find out what comes next. */
  isDiscoveryDue: boolean;
};

/** A job that calls the function without naming a step. A run has one at most, so two discoveries never overlap. */
const DISCOVERY = { stepId: "step", kind: "call", isRace: false, delayMs: 0 } as const;

/** Nothing has changed yet. */
export function beginProgress(runId: string, from: RunState, claim?: { stepId: string; lease: string }): Progress {
  const { version, isForced, pending } = from;
  const nothing = { saved: [], settled: [], jobs: [], waits: [], isDiscoveryDue: false };
  return { ...nothing, runId, from, ...(claim && { claim }), version, isForced, pending };
}

/** Keeps a step's result, and goes on with the function unless other parallel steps must end first. In a race none must. */
export function finishStep(progress: Progress, step: { stepId: string; isRace: boolean; result: string }): void {
  progress.saved.push({ stepId: step.stepId, result: step.result });
  progress.pending = progress.pending.filter((stepId) => stepId !== step.stepId);
  if (progress.pending.length > 0 && !step.isRace) return;
  if (progress.pending.length === 0 && progress.version >= 2) progress.isForced = false;
  progress.isDiscoveryDue = true;
}

/** The change that writes the progress down. The claimed job is settled, unless it is due again. */
export function toChange(progress: Progress): RunChange {
  const { from, isDiscoveryDue, ...change } = progress;
  const claimed = change.claim?.stepId;
  const written: RunChange = { ...change, revision: from.revision };
  if (isDiscoveryDue && claimed === "step") written.again ??= { attempt: 0, delayMs: 0 };
  else if (isDiscoveryDue) written.jobs = [...change.jobs, DISCOVERY];
  if (claimed !== undefined && !written.again) written.settled = [...change.settled, claimed];
  return written;
}
