import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Workflow, WorkflowStatus } from "@/lib/domain/workflow/workflow";
import { readWorkflow } from "@/lib/services/read-workflow";
import { setWorkflowStatus as writeStatus } from "@/lib/stores/workflows";

/** Pauses or resumes a workflow. While it is paused, deliveries are kept and it does not run. */
export async function setWorkflowStatus(actor: Actor, id: Id<"workflow">, status: WorkflowStatus): Promise<Workflow> {
  authorize(actor, "workflow:write");
  await writeStatus({ workspaceId: actor.workspaceId, id }, status);
  return readWorkflow(actor, id);
}
