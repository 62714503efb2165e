import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { newId } from "@/lib/domain/ids";
import type { NewWorkflow, Workflow } from "@/lib/domain/workflow/workflow";
import { found } from "@/lib/services/found";
import { workflowView } from "@/lib/services/workflow-view";
import { findWorkflow, createWorkflow as writeWorkflow } from "@/lib/stores/workflows";

/** Makes a workflow with a draft. Nothing runs before it is published. */
export async function createWorkflow(actor: Actor, input: NewWorkflow): Promise<Workflow> {
  authorize(actor, "workflow:write");
  const owned = { workspaceId: actor.workspaceId, id: newId("workflow") };
  await writeWorkflow(owned, input);
  return workflowView(found(await findWorkflow(owned), "workflow"));
}
