import { findNode } from "@/lib/catalog/nodes/index";
import { stop } from "@/lib/catalog/nodes/logic/stop";
import type { Id } from "@/lib/domain/ids";
import { runEnding } from "@/lib/domain/runs/run-ending";
import { advance } from "@/lib/domain/workflow/advance";
import { nodeLabel } from "@/lib/domain/workflow/graph";
import { nodesInLoops } from "@/lib/domain/workflow/loops";
import { announceQueued, announceRun } from "@/lib/services/announce";
import { beginFailureRuns } from "@/lib/services/begin-failure-runs";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { endWaitsForRuns } from "@/lib/stores/child-runs";
import { findRunHeader } from "@/lib/stores/run-pickup";
import { endRun as writeRunEnd } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";

/** Writes what is left of a run that has nothing more to do, and how it ended. */
export async function endRun(run: RunInProgress): Promise<void> {
  const { skipped } = advance(run.graph, run.startId, run.outcomes);
  const inLoops = nodesInLoops(run.graph, run.startId);
  const labelOf = (nodeId: string) =>
    nodeLabel(run.graph.nodes.find((node) => node.id === nodeId) ?? { id: nodeId, name: "" });
  const ending = runEnding(run.ended, labelOf, hasChangedSomething(run));
  // Before the end is written: after a crash in between, all of this is done once more, and makes no second run.
  if (ending.status === "failed") await beginFailureRuns(run, ending.error);
  const untouched = skipped.filter(({ id }) => !inLoops.has(id)).map(skippedStep);
  const steps = [...run.unwritten.splice(0), ...untouched];
  const output = ending.status === "done" ? lastOutput(run) : null;
  await writeRunEnd({ run, ...ending, output, steps });
  announceRun(run, ending.status);
  const isAwaited = run.parentId !== null && (await endWaitsForRuns([run.parentId])) > 0;
  if (isAwaited || run.graph.settings?.concurrency) announceQueued();
}

/** Asked of the catalog, since what earlier sittings did is known by its steps only. */
function hasChangedSomething({ ended, graph }: RunInProgress): boolean {
  const types = new Map(graph.nodes.map(({ id, type }) => [id, type]));
  return ended.some(({ nodeId }) => findNode(types.get(nodeId) ?? "")?.changesSomething);
}

/** What a run gives to one that waits for it: the result of a stop, else what the last of its steps gave that gave anything. */
function lastOutput({ ended, scope, graph }: RunInProgress): unknown {
  const stops = new Set(graph.nodes.filter(({ type }) => type === stop.type).map(({ id }) => id));
  const giving = ended.filter(({ nodeId, status }) => status === "done" && nodeId in scope.steps);
  const last = giving.findLast(({ nodeId }) => stops.has(nodeId)) ?? giving.at(-1);
  return last ? scope.steps[last.nodeId] : null;
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
  await beginFailureRuns(run, error);
  await writeRunEnd({ run, status: "failed", error, output: null, steps: [] });
  announceRun(run, "failed");
}
