import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { revokeSecret as writeRevocation } from "@/lib/stores/signing-secrets";

/** Ends a signing secret at once: what it signs is refused from the next ring on. */
export async function revokeSecret(actor: Actor, endpointId: Id<"endpoint">, id: Id<"secret">): Promise<void> {
  authorize(actor, "secret:write");
  found(await writeRevocation(actor.workspaceId, endpointId, id), "secret");
}
