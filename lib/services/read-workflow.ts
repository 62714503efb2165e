import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Workflow } from "@/lib/domain/workflow/workflow";
import { found } from "@/lib/services/found";
import { workflowView } from "@/lib/services/workflow-view";
import { findWorkflow } from "@/lib/stores/workflows";

export async function readWorkflow(actor: Actor, id: Id<"workflow">): Promise<Workflow> {
  authorize(actor, "workflow:read");
  return workflowView(found(await findWorkflow({ workspaceId: actor.workspaceId, id }), "workflow"));
}
