import { fromUuid, type Id, idSchema, toUuid } from "@/lib/domain/ids";
import { type Page, type PageQuery, toPage } from "@/lib/domain/page";
import { Graph } from "@/lib/domain/workflow/graph";
import type { WorkflowSettings } from "@/lib/domain/workflow/settings";
import { type Version, WorkflowStatus } from "@/lib/domain/workflow/workflow";
import { db } from "@/lib/platform/db";
import type { Prisma, Workflow as Row, WorkflowVersion as VersionRow } from "@/lib/platform/prisma/generated/client";
import type { TriggerKind } from "@/lib/stores/workflow-triggers";

/** A workflow as it is stored, with the drawing that runs beside the one that is edited. */
export type StoredWorkflow = {
  id: Id<"workflow">;
  name: string;
  draft: Graph;
  revision: number;
  status: WorkflowStatus;
  publishedVersion: number | null;
  publishedGraph: Graph | null;
  createdAt: Date;
  updatedAt: Date;
};

type Owned = { workspaceId: Id<"workspace">; id: Id<"workflow"> };

const whereOwned = ({ workspaceId, id }: Owned) => ({
  id: toUuid(id),
  workspaceId: toUuid(workspaceId),
  deletedAt: null,
});

export async function createWorkflow(owned: Owned, { name, graph }: { name: string; graph: Graph }): Promise<void> {
  await db().workflow.create({
    data: { id: toUuid(owned.id), workspaceId: toUuid(owned.workspaceId), name, draft: toJson(graph) },
  });
}

export async function findWorkflow(owned: Owned): Promise<StoredWorkflow | undefined> {
  const row = await db().workflow.findUnique({ where: whereOwned(owned) });
  if (!row) return undefined;
  const [workflow] = await withPublished([row]);
  return workflow;
}

/** Newest first. */
export async function listWorkflows(workspaceId: Id<"workspace">, query: PageQuery): Promise<Page<StoredWorkflow>> {
  const rows = await db().workflow.findMany({
    where: {
      workspaceId: toUuid(workspaceId),
      deletedAt: null,
      ...(query.cursor ? { id: { lt: toUuid(query.cursor) } } : {}),
    },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  return toPage(await withPublished(rows), query.limit);
}

/** Gives each workflow the drawing of the version that runs. */
async function withPublished(rows: Row[]): Promise<StoredWorkflow[]> {
  const versions = await db().workflowVersion.findMany({
    where: {
      OR: rows.flatMap((row) => (row.publishedVersion ? [{ workflowId: row.id, number: row.publishedVersion }] : [])),
    },
  });
  const graphs = new Map(versions.map((version) => [version.workflowId, Graph.parse(version.graph)]));
  return rows.map((row) => ({
    id: fromUuid("workflow", row.id),
    name: row.name,
    draft: Graph.parse(row.draft),
    revision: row.draftRevision,
    status: WorkflowStatus.parse(row.status),
    publishedVersion: row.publishedVersion,
    publishedGraph: graphs.get(row.id) ?? null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }));
}

/** Saves the draft if nobody has saved since `revision`. Answers whether it did. */
export async function saveDraft(
  owned: Owned,
  { graph, revision }: { graph: Graph; revision: number },
): Promise<boolean> {
  const { count } = await db().workflow.updateMany({
    where: { ...whereOwned(owned), draftRevision: revision },
    data: { draft: toJson(graph), draftRevision: { increment: 1 }, updatedAt: new Date() },
  });
  return count === 1;
}

export async function renameWorkflow(owned: Owned, name: string): Promise<boolean> {
  const { count } = await db().workflow.updateMany({ where: whereOwned(owned), data: { name, updatedAt: new Date() } });
  return count === 1;
}

/** Pauses or resumes, and lets the doors of its endpoints know. */
export async function setWorkflowStatus(owned: Owned, status: WorkflowStatus): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.workflow.updateMany({ where: whereOwned(owned), data: { status } });
    if (count === 1) await touchEndpoints(tx, await subscribedEndpoints(tx, owned));
    return count === 1;
  });
}

/** Takes a workflow away, so that nothing rings it any more. Its runs and versions stay readable. */
export async function deleteWorkflow(owned: Owned): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.workflow.updateMany({ where: whereOwned(owned), data: { deletedAt: new Date() } });
    if (count === 0) return false;
    await touchEndpoints(tx, await subscribedEndpoints(tx, owned));
    await tx.subscription.deleteMany({ where: { workflowId: toUuid(owned.id) } });
    await tx.workflowTrigger.deleteMany({ where: { workflowId: toUuid(owned.id) } });
    return true;
  });
}

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

async function subscribedEndpoints(tx: Prisma.TransactionClient, { id }: Owned): Promise<string[]> {
  const rows = await tx.subscription.findMany({ where: { workflowId: toUuid(id) }, select: { endpointId: true } });
  return rows.map((row) => row.endpointId);
}

/** In the order of their ids, so that two publications never wait for each other in a circle. */
async function touchEndpoints(tx: Prisma.TransactionClient, ids: string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) {
    await tx.endpoint.update({ where: { id }, data: { revision: { increment: 1 } } });
  }
}

export async function findVersion(owned: Owned, number: number): Promise<Version | undefined> {
  const row = await db().workflowVersion.findFirst({
    where: { workflowId: toUuid(owned.id), workspaceId: toUuid(owned.workspaceId), number },
  });
  return row ? toVersion(row) : undefined;
}

export type Published = { id: Id<"workflow">; version: number; graph: Graph };

/** What runs of a workflow; undefined when nothing of it does. */
export async function findPublished(workspaceId: Id<"workspace">, id: string): Promise<Published | undefined> {
  const parsed = idSchema("workflow").safeParse(id);
  const workflow = parsed.success ? await findWorkflow({ workspaceId, id: parsed.data }) : undefined;
  if (!workflow?.publishedGraph || !workflow.publishedVersion || workflow.status === "paused") return undefined;
  return { id: workflow.id, version: workflow.publishedVersion, graph: workflow.publishedGraph };
}

export async function findWorkflowNames(
  workspaceId: Id<"workspace">,
  ids: Id<"workflow">[],
): Promise<Map<Id<"workflow">, string>> {
  const rows = await db().workflow.findMany({
    where: { workspaceId: toUuid(workspaceId), id: { in: ids.map(toUuid) } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [fromUuid("workflow", id), name]));
}

const VERSIONS_SHOWN_MAX = 200;

/** Newest first. */
export async function listVersions(owned: Owned): Promise<Version[]> {
  const rows = await db().workflowVersion.findMany({
    where: { workflowId: toUuid(owned.id), workspaceId: toUuid(owned.workspaceId) },
    orderBy: { number: "desc" },
    take: VERSIONS_SHOWN_MAX,
  });
  return rows.map(toVersion);
}

function toVersion(row: VersionRow): Version {
  return { number: row.number, note: row.note, createdAt: row.createdAt.toISOString(), graph: Graph.parse(row.graph) };
}

function toJson(graph: Graph): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(graph));
}
