import { toUuid } from "@/lib/domain/ids";
import { Graph } from "@/lib/domain/workflow/graph";
import type { Version } from "@/lib/domain/workflow/workflow";
import { db } from "@/lib/platform/db";
import type { WorkflowVersion as VersionRow } from "@/lib/platform/prisma/generated/client";
import type { Owned } from "@/lib/stores/workflows";

export async function findVersion(owned: Owned, number: number): Promise<Version | undefined> {
  const row = await db().workflowVersion.findFirst({
    where: { workflowId: toUuid(owned.id), workspaceId: toUuid(owned.workspaceId), number },
  });
  return row ? toVersion(row) : undefined;
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
