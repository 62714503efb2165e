import type { Scope } from "@/lib/catalog/nodes/define-node";
import { findSource } from "@/lib/catalog/sources/index";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { splitBatch } from "@/lib/domain/deliveries/split-batch";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import type { Id } from "@/lib/domain/ids";
import type { EndedStep } from "@/lib/domain/runs/run-ending";
import type { Outcome } from "@/lib/domain/workflow/advance";
import type { Graph } from "@/lib/domain/workflow/graph";
import { graphForItem, ITEM_PORT } from "@/lib/domain/workflow/loops";
import { announceRun } from "@/lib/services/announce";
import { approvalLinks } from "@/lib/services/steps/approval-link";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { limitRunTime, takeUpRun as pickUpRun, readSurroundings, type StoredRun } from "@/lib/stores/run-pickup";
import type { RunKey, StepRecord } from "@/lib/stores/step-rows";
import { readVersionGraph } from "@/lib/stores/version-graphs";

/** A run being worked on, in memory. It can be made again from the database at any time. */
export type RunInProgress = RunKey & {
  workflowId: Id<"workflow">;
  version: number;
  deliveryId: Id<"delivery"> | null;
  /** Whose keys its effects have: its own, or those of the run that it tries again. */
  rootId: Id<"run">;
  /** The run that waits for this one. */
  parentId: Id<"run"> | null;
  /** The drawing; in a run for one item, what runs for each of them. */
  graph: Graph;
  /** The node that it began with. */
  startId: string;
  scope: Scope;
  outcomes: Map<string, Outcome>;
  /** How steps ended that earlier sittings performed, or that were taken over from the run that is tried again. */
  endedBefore: StoredRun["endedSteps"];
  /** How each step that has ended did so. */
  ended: EndedStep[];
  /** What is not written yet: steps without an effect wait for the next write. */
  unwritten: StepRecord[];
};

/** Takes up a queued run, or one that a crash or a wait interrupted. Undefined when there is nothing left to do. */
export async function takeUpRun(runId: Id<"run">): Promise<RunInProgress | undefined> {
  const stored = await pickUpRun(runId);
  if (!stored) return undefined;
  const isForItem = stored.loopItem !== null;
  const around = isForItem ? await readSurroundings(stored.workspaceId, runId) : undefined;
  const drawing = await readVersionGraph(stored.workflowId, stored.version);
  const graph = isForItem ? graphForItem(drawing, stored.nodeId) : drawing;
  const run: RunInProgress = {
    id: runId,
    workspaceId: stored.workspaceId,
    workflowId: stored.workflowId,
    version: stored.version,
    deliveryId: stored.delivery?.id ?? null,
    rootId: stored.rootId ?? runId,
    parentId: stored.parentId,
    graph,
    startId: stored.nodeId,
    scope: {
      trigger: await readTrigger(stored, around?.input ?? stored.input),
      steps: { ...approvalLinks(runId, graph), ...around?.outputs },
    },
    // A run for one item begins behind the node that goes through them.
    outcomes: new Map(isForItem ? [[stored.nodeId, { port: ITEM_PORT }]] : []),
    endedBefore: stored.endedSteps,
    ended: [],
    unwritten: [],
  };
  const { timeLimitSeconds } = graph.settings ?? {};
  if (timeLimitSeconds !== undefined) await limitRunTime(runId, timeLimitSeconds);
  announceRun(run, stored.status);
  return run;
}

/** What templates see of what rang: the delivery, the one of its events that the run is for, or whatever else began it. */
async function readTrigger(
  { delivery, body, item, source }: StoredRun,
  input: unknown,
): Promise<Record<string, unknown>> {
  if (!delivery || !body) return recordOf(input);
  const trigger = triggerOf(delivery, await unpackedBody(delivery.headers, body));
  const batch = source === null ? undefined : findSource(source)?.batch;
  if (item === null || !batch) return trigger;
  const { items } = splitBatch(batch, { headers: groupHeaders(delivery.headers), body: trigger["body"] });
  const event = items[item];
  if (!event) return trigger;
  const { value, eventType, eventId } = event;
  return { ...trigger, body: value, eventType: eventType ?? delivery.eventType, eventId, item };
}

function recordOf(input: unknown): Record<string, unknown> {
  return typeof input === "object" && input !== null ? { ...input } : {};
}
