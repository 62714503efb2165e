import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { changeEndpoint } from "@/lib/stores/endpoints";

/** Takes an endpoint away: its address answers as if it had never been. Its deliveries stay readable. */
export async function deleteEndpoint(actor: Actor, id: Id<"endpoint">): Promise<void> {
  authorize(actor, "endpoint:write");
  found(await changeEndpoint(actor.workspaceId, id, { deletedAt: new Date() }), "endpoint");
}
