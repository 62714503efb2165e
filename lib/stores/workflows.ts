import { fromUuid, type Id, idSchema, toUuid } from "@/lib/domain/ids";
import { type Page, type PageQuery, toPage } from "@/lib/domain/page";
import { Graph } from "@/lib/domain/workflow/graph";
import { WorkflowStatus } from "@/lib/domain/workflow/workflow";
import { db } from "@/lib/platform/db";
import type { Prisma, Workflow as Row } from "@/lib/platform/prisma/generated/client";
import { subscribedEndpoints, touchEndpoints } from "@/lib/stores/touched-endpoints";

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

export type Owned = { workspaceId: Id<"workspace">; id: Id<"workflow"> };

export const whereOwned = ({ workspaceId, id }: Owned) => ({
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

export function toJson(graph: Graph): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(graph));
}
