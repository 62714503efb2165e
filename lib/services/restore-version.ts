import type { Actor } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Workflow } from "@/lib/domain/workflow/workflow";
import { readVersion } from "@/lib/services/read-version";
import { readWorkflow } from "@/lib/services/read-workflow";
import { saveDraft } from "@/lib/services/save-draft";

/** Makes a published drawing the draft again. What runs does not change before the next publish. */
export async function restoreVersion(actor: Actor, id: Id<"workflow">, number: number): Promise<Workflow> {
  const { graph } = await readVersion(actor, id, number);
  const { revision } = await readWorkflow(actor, id);
  return saveDraft(actor, id, { graph, revision });
}
