import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import type { DraftSave, Workflow } from "@/lib/domain/workflow/workflow";
import { readWorkflow } from "@/lib/services/read-workflow";
import { saveDraft as writeDraft } from "@/lib/stores/workflows";

/** Saves the drawing that is being edited. Refuses with `stale_revision` when somebody else has saved in between. */
export async function saveDraft(actor: Actor, id: Id<"workflow">, draft: DraftSave): Promise<Workflow> {
  authorize(actor, "workflow:write");
  const isSaved = await writeDraft({ workspaceId: actor.workspaceId, id }, draft);
  const workflow = await readWorkflow(actor, id);
  if (isSaved) return workflow;
  throw new DoorbellError("stale_revision", "Somebody else has changed this workflow. Reload to see their version.");
}
