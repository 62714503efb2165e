import { type Id, toUuid } from "@/lib/domain/ids";
import type { Graph } from "@/lib/domain/workflow/graph";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";
import { db } from "@/lib/platform/db";
import { subscribedEndpoints, touchEndpoints } from "@/lib/stores/touched-endpoints";
import type { TriggerKind } from "@/lib/stores/workflow-triggers";
import { type Owned, toJson, whereOwned } from "@/lib/stores/workflows";

/** Which endpoint rings which node of a version. */
export type NewSubscription = {
  endpointId: Id<"endpoint">;
  nodeId: string;
  eventTypes: string[];
  replyWithinMs: number | null;
  concurrency: WorkflowSettings["concurrency"];
};

/** What else starts a node of a version. */
export type NewTrigger = {
  nodeId: string;
  kind: TriggerKind;
  config: Record<string, unknown>;
  watchedId: Id<"workflow"> | null;
  nextAt: Date | null;
};

type NewVersion = {
  /** The draft that is being published; anything saved since then makes it stale. */
  revision: number;
  graph: Graph;
  note: string;
  createdBy: Id<"user"> | null;
  subscriptions: NewSubscription[];
  triggers: NewTrigger[];
};

/** Writes a new version and lets it ring instead of the one before, in one commit. Undefined when the draft has moved on. */
export async function publishVersion(
  owned: Owned & { versionId: Id<"version"> },
  version: NewVersion,
): Promise<number | undefined> {
  return db().$transaction(async (tx) => {
    const [workflow] = await tx.workflow.updateManyAndReturn({
      where: { ...whereOwned(owned), draftRevision: version.revision },
      data: { updatedAt: new Date() },
    });
    if (!workflow) return undefined;
    const keys = { workspaceId: workflow.workspaceId, workflowId: workflow.id };
    const newest = await tx.workflowVersion.aggregate({ where: keys, _max: { number: true } });
    const number = (newest._max.number ?? 0) + 1;

    await tx.workflowVersion.create({
      data: {
        ...keys,
        id: toUuid(owned.versionId),
        number,
        graph: toJson(version.graph),
        note: version.note,
        createdBy: version.createdBy && toUuid(version.createdBy),
      },
    });
    await tx.workflow.update({ where: { id: workflow.id }, data: { publishedVersion: number } });
    const before = await subscribedEndpoints(tx, owned);
    await tx.subscription.deleteMany({ where: { workflowId: workflow.id } });
    await tx.subscription.createMany({
      data: version.subscriptions.map(({ endpointId, concurrency, ...rest }) => ({
        ...keys,
        ...rest,
        ...(concurrency ? { concurrency: { ...concurrency } } : {}),
        endpointId: toUuid(endpointId),
        version: number,
      })),
    });
    await tx.workflowTrigger.deleteMany({ where: { workflowId: workflow.id } });
    await tx.workflowTrigger.createMany({
      data: version.triggers.map(({ watchedId, config, ...rest }) => ({
        ...keys,
        ...rest,
        config: JSON.parse(JSON.stringify(config)),
        watchedId: watchedId && toUuid(watchedId),
        version: number,
      })),
    });
    await touchEndpoints(tx, [...before, ...version.subscriptions.map(({ endpointId }) => toUuid(endpointId))]);
    return number;
  });
}
