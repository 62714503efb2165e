import type { Scope } from "@/lib/catalog/nodes/define-node";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import type { Id } from "@/lib/domain/ids";
import type { EndedStep } from "@/lib/domain/runs/run-ending";
import type { Outcome } from "@/lib/domain/workflow/advance";
import type { Graph } from "@/lib/domain/workflow/graph";
import { announceRun } from "@/lib/services/announce";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { takeUpRun as pickUpRun, type StoredRun } from "@/lib/stores/run-pickup";
import type { RunKey, StepRecord } from "@/lib/stores/step-rows";
import { readVersionGraph } from "@/lib/stores/version-graphs";

/** A run being worked on, in memory. It can be made again from the database at any time. */
export type RunInProgress = RunKey & {
  workflowId: Id<"workflow">;
  deliveryId: Id<"delivery">;
  graph: Graph;
  /** The webhook node that was rung. */
  startId: string;
  scope: Scope;
  outcomes: Map<string, Outcome>;
  /** How effects ended that earlier sittings performed. */
  endedBefore: StoredRun["endedSteps"];
  /** How each step that has ended did so. */
  ended: EndedStep[];
  /** What is not written yet: steps without an effect wait for the next write. */
  unwritten: StepRecord[];
  wasSent: boolean;
};

/** Takes up a queued run, or one that a crash or a wait interrupted. Undefined when there is nothing left to do. */
export async function takeUpRun(runId: Id<"run">): Promise<RunInProgress | undefined> {
  const stored = await pickUpRun(runId);
  if (!stored) return undefined;
  const run: RunInProgress = {
    id: runId,
    workspaceId: stored.workspaceId,
    workflowId: stored.workflowId,
    deliveryId: stored.delivery.id,
    graph: await readVersionGraph(stored.workflowId, stored.version),
    startId: stored.nodeId,
    scope: { trigger: triggerOf(stored.delivery, await unpackedBody(stored.delivery.headers, stored.body)), steps: {} },
    outcomes: new Map(),
    endedBefore: stored.endedSteps,
    ended: [],
    unwritten: [],
    wasSent: false,
  };
  announceRun(run, "running");
  return run;
}
