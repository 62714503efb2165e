import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Endpoint, UrlRotation } from "@/lib/domain/endpoints/endpoint";
import type { Id } from "@/lib/domain/ids";
import { endpointView } from "@/lib/services/endpoint-view";
import { found } from "@/lib/services/found";
import { newToken } from "@/lib/services/new-token";
import { rotateToken } from "@/lib/stores/endpoint-tokens";
import { findEndpoint } from "@/lib/stores/endpoints";

/** Gives an endpoint a new address. Those before it work on for the overlap, and never longer than they would have. */
export async function rotateUrl(actor: Actor, id: Id<"endpoint">, { overlapSeconds }: UrlRotation): Promise<Endpoint> {
  authorize(actor, "endpoint:write");
  const { workspaceId } = actor;
  found(await findEndpoint(workspaceId, id), "endpoint");
  const { tokenHash, tokenSealed } = newToken(workspaceId, id);
  const retiresAt = new Date(Date.now() + overlapSeconds * 1_000);
  await rotateToken(workspaceId, id, { tokenHash, tokenSealed, retiresAt });
  return endpointView(workspaceId, found(await findEndpoint(workspaceId, id), "endpoint"));
}
