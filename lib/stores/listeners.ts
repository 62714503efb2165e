import type { Listener } from "@/lib/domain/endpoints/listener";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { WorkflowStatus } from "@/lib/domain/workflow/workflow";
import { db } from "@/lib/platform/db";

/** The published workflows that an endpoint rings, by name. */
export async function listListeners(workspaceId: Id<"workspace">, endpointId: Id<"endpoint">): Promise<Listener[]> {
  const rows = await db().subscription.findMany({
    where: { workspaceId: toUuid(workspaceId), endpointId: toUuid(endpointId), workflow: { deletedAt: null } },
    select: { eventTypes: true, workflow: { select: { id: true, name: true, status: true } } },
    orderBy: { workflow: { name: "asc" } },
  });
  return rows.map(({ eventTypes, workflow }) => ({
    workflowId: fromUuid("workflow", workflow.id),
    name: workflow.name,
    status: WorkflowStatus.parse(workflow.status),
    eventTypes,
  }));
}
