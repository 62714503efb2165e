import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, newId } from "@/lib/domain/ids";
import { mapTexts } from "@/lib/domain/json/map-texts";
import { keptSteps } from "@/lib/domain/runs/kept-steps";
import type { RunRetry } from "@/lib/domain/runs/recovery";
import { isEnded, type Run, type Step } from "@/lib/domain/runs/run";
import type { Graph } from "@/lib/domain/workflow/graph";
import { announceQueued } from "@/lib/services/announce";
import { found } from "@/lib/services/found";
import { openRun, readRun } from "@/lib/services/read-run";
import { approvalIds, approvalToken } from "@/lib/services/steps/approval-link";
import { insertRetry } from "@/lib/stores/retries";
import type { StepRecord } from "@/lib/stores/step-rows";
import { readVersionGraph } from "@/lib/stores/version-graphs";
import { findPublished } from "@/lib/stores/workflows";

/**
 * Tries a run again as a new one, which takes over what need not be done anew. Effects that were done keep their keys and
 * are left out, unless they are to be done again.
 */
export async function retryRun(actor: Actor, id: Id<"run">, { from, version, again }: RunRetry): Promise<Run> {
  authorize(actor, "run:write");
  const run = await openRun(actor, id);
  if (!isEnded(run.status)) throw new DoorbellError("conflict", "This run has not ended yet. Cancel it first.");
  if (run.parentId) throw new DoorbellError("conflict", "Another run began this one. Retry that one.");

  const before = await readVersionGraph(run.workflowId, run.version);
  const current = version === "current" ? await findPublished(actor.workspaceId, run.workflowId) : undefined;
  if (version === "current") found(current, "published version");
  const after = current?.graph ?? before;
  if (!after.nodes.some((node) => node.id === run.nodeId)) {
    throw new DoorbellError("conflict", "What started this run is not in the present drawing any more.");
  }
  if (from !== "failed" && from !== "start" && !after.nodes.some((node) => node.id === from)) {
    throw new DoorbellError("not_found", `There is no step “${from}” in this drawing.`);
  }
  const retryId = newId("run");
  const kept = keptSteps({ before, after, steps: run.steps, from }).map((step) =>
    recordOf(withLinksOf(retryId, step, { runId: id, graph: before })),
  );
  await insertRetry(actor.workspaceId, { id: retryId, of: id, version: current?.version ?? run.version, again, kept });
  announceQueued();
  return readRun(actor, retryId);
}

/** A step that noted an approval's link has noted that of a run that is over. */
function withLinksOf(retryId: Id<"run">, step: Step, former: { runId: Id<"run">; graph: Graph }): Step {
  return approvalIds(former.graph).reduce(
    (kept, nodeId) =>
      mapTexts(kept, (text) => text.replaceAll(approvalToken(former.runId, nodeId), approvalToken(retryId, nodeId))),
    step,
  );
}

function recordOf(step: Step): StepRecord {
  const { nodeId, status, port = null, input = null, output = null, error = null, startedAt, endedAt } = step;
  const timeMs = (at: string | null) => (at === null ? null : Date.parse(at));
  return { nodeId, status, port, input, output, error, startedAtMs: timeMs(startedAt), endedAtMs: timeMs(endedAt) };
}
