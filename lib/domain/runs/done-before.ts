import { timeOfId } from "@/lib/domain/ids";
import type { Run, Step } from "@/lib/domain/runs/run";

/** Whether a run has taken a step over from the run that it tries again. */
export function isTakenOver({ id, retryOf }: Pick<Run, "id" | "retryOf">, { startedAt }: Step): boolean {
  return retryOf !== null && startedAt !== null && Date.parse(startedAt) < timeOfId(id);
}

/** Whether a step that sends was left out, since the ledger says that it was done in an earlier run. */
export function isLeftOut(run: Pick<Run, "id" | "retryOf">, step: Step, sends: boolean): boolean {
  const isDone = step.status === "done" && step.attempts.length === 0;
  return sends && isDone && run.retryOf !== null && !isTakenOver(run, step);
}
