import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Id } from "@/lib/domain/ids";
import { endpointView } from "@/lib/services/endpoint-view";
import { found } from "@/lib/services/found";
import { findEndpoint } from "@/lib/stores/endpoints";

export async function readEndpoint(actor: Actor, id: Id<"endpoint">): Promise<Endpoint> {
  authorize(actor, "endpoint:read");
  return endpointView(actor.workspaceId, found(await findEndpoint(actor.workspaceId, id), "endpoint"));
}
