import { type Id, idOfBytes, stampUuidV7, timeOfId } from "@/lib/domain/ids";
import { laneOf } from "@/lib/domain/workflow/lane";
import { sha256 } from "@/lib/platform/digest";
import { publicUrl } from "@/lib/platform/public-url";
import { announceQueued } from "@/lib/services/announce";
import { readVersionGraph } from "@/lib/stores/version-graphs";
import { findFailureTriggers, insertRun } from "@/lib/stores/workflow-triggers";
import { findWorkflowNames } from "@/lib/stores/workflows";

type FailedRun = { id: Id<"run">; workspaceId: Id<"workspace">; workflowId: Id<"workflow"> };

/**
 * Begins the workflows that start when this one fails. Doing it twice makes no second run. What was itself begun by a
 * failure begins none, so that two of them do not go on for ever.
 */
export async function beginFailureRuns(run: FailedRun, error: string | null): Promise<void> {
  const triggers = await findFailureTriggers(run);
  if (triggers.length === 0) return;
  const names = await findWorkflowNames(run.workspaceId, [run.workflowId]);
  const body = {
    workflowId: run.workflowId,
    workflowName: names.get(run.workflowId) ?? "",
    runId: run.id,
    runUrl: `${publicUrl()}/runs/${run.id}`,
    error,
  };
  for (const { workflowId, nodeId, version } of triggers) {
    const { settings } = await readVersionGraph(workflowId, version);
    const lane = laneOf(workflowId, settings?.concurrency, () => ({ body }));
    const id = idOnce(run.id, `${workflowId}:${nodeId}`);
    await insertRun(run.workspaceId, { id, workflowId, version, nodeId, cause: "failure", input: { body }, lane });
  }
  announceQueued();
}

function idOnce(runId: Id<"run">, name: string): Id<"run"> {
  return idOfBytes("run", stampUuidV7(Uint8Array.from(sha256(`${runId}:${name}`).subarray(0, 16)), timeOfId(runId)));
}
