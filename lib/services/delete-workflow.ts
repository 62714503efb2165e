import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { deleteWorkflow as writeDeletion } from "@/lib/stores/workflows";

/** Takes a workflow away. What it ran stays in the log. */
export async function deleteWorkflow(actor: Actor, id: Id<"workflow">): Promise<void> {
  authorize(actor, "workflow:write");
  const isDeleted = await writeDeletion({ workspaceId: actor.workspaceId, id });
  found(isDeleted || undefined, "workflow");
}
