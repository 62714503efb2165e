import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Workflow, WorkflowChange } from "@/lib/domain/workflow/workflow";
import { readWorkflow } from "@/lib/services/read-workflow";
import { renameWorkflow as writeName } from "@/lib/stores/workflows";

export async function renameWorkflow(actor: Actor, id: Id<"workflow">, { name }: WorkflowChange): Promise<Workflow> {
  authorize(actor, "workflow:write");
  await writeName({ workspaceId: actor.workspaceId, id }, name);
  return readWorkflow(actor, id);
}
