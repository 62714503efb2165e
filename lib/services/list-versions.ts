import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Version } from "@/lib/domain/workflow/workflow";
import { found } from "@/lib/services/found";
import { listVersions as findVersions } from "@/lib/stores/versions";
import { findWorkflow } from "@/lib/stores/workflows";

/** What has been published of a workflow, newest first. */
export async function listVersions(actor: Actor, id: Id<"workflow">): Promise<Version[]> {
  authorize(actor, "workflow:read");
  const owned = { workspaceId: actor.workspaceId, id };
  found(await findWorkflow(owned), "workflow");
  return findVersions(owned);
}
