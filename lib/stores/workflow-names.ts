import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { NamedWorkflow } from "@/lib/domain/workflow/workflow";
import { db } from "@/lib/platform/db";

const NAMES_MAX = 1_000;

/** Without their drawings, which can be large. */
export async function listWorkflowNames(workspaceId: Id<"workspace">): Promise<NamedWorkflow[]> {
  const rows = await db().workflow.findMany({
    where: { workspaceId: toUuid(workspaceId), deletedAt: null },
    select: { id: true, name: true, publishedVersion: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: NAMES_MAX,
  });
  return rows.map(({ id, ...row }) => ({ id: fromUuid("workflow", id), ...row }));
}
