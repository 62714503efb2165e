import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { findPublished, type Published } from "@/lib/stores/workflows";

/** The version of a workflow that runs now; null when none does. */
export async function readPresentVersion(actor: Actor, id: Id<"workflow">): Promise<Published | null> {
  authorize(actor, "workflow:read");
  return (await findPublished(actor.workspaceId, id)) ?? null;
}
