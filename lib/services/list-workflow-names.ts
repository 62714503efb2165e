import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { NamedWorkflow } from "@/lib/domain/workflow/workflow";
import { listWorkflowNames as findNames } from "@/lib/stores/workflow-names";

/** The workspace's workflows by name, for a list to choose from. */
export async function listWorkflowNames(actor: Actor): Promise<NamedWorkflow[]> {
  authorize(actor, "workflow:read");
  return findNames(actor.workspaceId);
}
