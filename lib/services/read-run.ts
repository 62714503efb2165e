import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { readPath } from "@/lib/domain/json/read-path";
import { isEnded, type Run, type Step, type WaitsFor } from "@/lib/domain/runs/run";
import { inOrder } from "@/lib/domain/workflow/advance";
import { found } from "@/lib/services/found";
import { hideApprovalLinks } from "@/lib/services/hide-approval-links";
import { approvalIds } from "@/lib/services/steps/approval-link";
import { findOpenWaits } from "@/lib/stores/open-waits";
import { findRun } from "@/lib/stores/runs";
import { readVersionGraph } from "@/lib/stores/version-graphs";

/** A run with its steps and every attempt, as anybody may see it who may read the log. */
export async function readRun(actor: Actor, id: Id<"run">): Promise<Run> {
  const run = await openRun(actor, id);
  return hideApprovalLinks(run, id, approvalIds(await readVersionGraph(run.workflowId, run.version)));
}

/**
 * A run as its own steps know it, with the links of its approvals: to go on with, never to show. Its steps are in the order
 * they began, and else as they are drawn.
 */
export async function openRun(actor: Actor, id: Id<"run">): Promise<Run> {
  authorize(actor, "run:read");
  const run = found(await findRun(actor.workspaceId, id), "run");
  const graph = await readVersionGraph(run.workflowId, run.version);
  const places = new Map(inOrder(graph, run.nodeId).map((node, place) => [node.id, place]));
  const placeOf = (nodeId: string) => places.get(nodeId) ?? places.size;
  const begunAt = (startedAt: string | null) => (startedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(startedAt));
  const steps = run.steps.toSorted(
    (one, other) => begunAt(one.startedAt) - begunAt(other.startedAt) || placeOf(one.nodeId) - placeOf(other.nodeId),
  );
  return { ...run, steps: isEnded(run.status) ? steps.map(asStopped) : await withWaits(actor, { ...run, steps }) };
}

/** What a run was at when it was stopped is never written again. */
function asStopped(step: Step): Step {
  return step.status === "running" || step.status === "waiting" ? { ...step, status: "cancelled" } : step;
}

/** Says of each step that waits what for. */
async function withWaits({ workspaceId }: Actor, { id, steps }: Run): Promise<Step[]> {
  const isWaiting = (step: Step) => step.status === "waiting" && step.attempts.length === 0;
  if (!steps.some(isWaiting)) return steps;
  const waits = await findOpenWaits(workspaceId, id);
  return steps.map((step) => {
    const waitsFor = isWaiting(step) ? (waits.get(step.nodeId) ?? sleepOf(step)) : undefined;
    return waitsFor ? { ...step, waitsFor } : step;
  });
}

/** What sleeps has written until when. */
function sleepOf({ output }: Step): WaitsFor | undefined {
  const until = readPath(output, ["until"]);
  return typeof until === "string" ? { kind: "time", until } : undefined;
}
