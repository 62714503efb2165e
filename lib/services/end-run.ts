import type { Id } from "@/lib/domain/ids";
import { runEnding } from "@/lib/domain/runs/run-ending";
import { advance } from "@/lib/domain/workflow/advance";
import { nodeLabel } from "@/lib/domain/workflow/graph";
import { announceRun } from "@/lib/services/announce";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { findRunHeader } from "@/lib/stores/run-pickup";
import { endRun as writeRunEnd } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";

/** Writes what is left of a run that has nothing more to do, and how it ended. */
export async function endRun(run: RunInProgress): Promise<void> {
  const { skipped } = advance(run.graph, run.startId, run.outcomes);
  const labelOf = (nodeId: string) =>
    nodeLabel(run.graph.nodes.find((node) => node.id === nodeId) ?? { id: nodeId, name: "" });
  const ending = runEnding(run.ended, labelOf, run.wasSent);
  await writeRunEnd({ run, ...ending, steps: [...run.unwritten.splice(0), ...skipped.map(skippedStep)] });
  announceRun(run, ending.status);
}

function skippedStep({ id }: { id: string }): StepRecord {
  return {
    nodeId: id,
    status: "skipped",
    port: null,
    input: null,
    output: null,
    error: null,
    startedAtMs: null,
    endedAtMs: null,
  };
}

/** Ends a run that our own fault has stopped, so that none stays running for ever. */
export async function abandonRun(runId: Id<"run">): Promise<void> {
  const run = await findRunHeader(runId);
  if (!run) return;
  const error = "Doorbell could not go on with this run. The reason is in the server's log.";
  await writeRunEnd({ run, status: "failed", error, steps: [] });
  announceRun(run, "failed");
}
