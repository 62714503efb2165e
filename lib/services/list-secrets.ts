import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { SigningSecret } from "@/lib/domain/endpoints/endpoint";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { findEndpoint } from "@/lib/stores/endpoints";
import { listSecrets as findSecrets } from "@/lib/stores/signing-secrets";

/** An endpoint's signing secrets, newest first, without their values. */
export async function listSecrets(actor: Actor, endpointId: Id<"endpoint">): Promise<SigningSecret[]> {
  authorize(actor, "endpoint:read");
  found(await findEndpoint(actor.workspaceId, endpointId), "endpoint");
  return findSecrets(actor.workspaceId, endpointId);
}
