import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Listener } from "@/lib/domain/endpoints/listener";
import type { Id } from "@/lib/domain/ids";
import { listListeners as findListeners } from "@/lib/stores/listeners";

/** The published workflows that ring when this endpoint does. */
export async function listListeners(actor: Actor, endpointId: Id<"endpoint">): Promise<Listener[]> {
  authorize(actor, "workflow:read");
  return findListeners(actor.workspaceId, endpointId);
}
