import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Version } from "@/lib/domain/workflow/workflow";
import { found } from "@/lib/services/found";
import { findVersion } from "@/lib/stores/versions";

/** One published drawing; also of a workflow that has been deleted since, since its runs still show it. */
export async function readVersion(actor: Actor, id: Id<"workflow">, number: number): Promise<Version> {
  authorize(actor, "workflow:read");
  return found(await findVersion({ workspaceId: actor.workspaceId, id }, number), "version");
}
