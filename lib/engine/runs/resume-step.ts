import { beginProgress, finishStep, toChange } from "@/lib/engine/runs/run-progress";
import type { RunChange } from "@/lib/stores/engine/apply-changes";
import { findRunState } from "@/lib/stores/engine/find-runs";
import type { Queryable } from "@/lib/stores/engine/queryable";

type WaitingStep = { runId: string; stepId: string };

/** Gives a step that waits its result, as JSON text, and goes on with its run. Does nothing if it waits no more. */
export async function resumeStep(
  database: Queryable,
  step: WaitingStep & { result: string },
  apply: (change: RunChange) => Promise<boolean>,
): Promise<void> {
  const { runId, stepId, result } = step;
  for (;;) {
    const found = await findRunState(database, { runId, stepId });
    if (!found) return;
    const progress = beginProgress(runId, found.state);
    finishStep(progress, { stepId, isRace: found.isRace, result });
    progress.settled.push(stepId);
    if (await apply(toChange(progress))) return;
  }
}
