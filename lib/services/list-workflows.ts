import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Page, PageQuery } from "@/lib/domain/page";
import type { WorkflowSummary } from "@/lib/domain/workflow/workflow";
import { workflowSummary } from "@/lib/services/workflow-view";
import { listWorkflows as findWorkflows } from "@/lib/stores/workflows";

/** The workspace's workflows, newest first. */
export async function listWorkflows(actor: Actor, query: PageQuery): Promise<Page<WorkflowSummary>> {
  authorize(actor, "workflow:read");
  const page = await findWorkflows(actor.workspaceId, query);
  return { ...page, items: page.items.map(workflowSummary) };
}
