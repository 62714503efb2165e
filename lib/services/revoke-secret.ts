import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Revocation } from "@/lib/domain/endpoints/endpoint";
import { reasonToKeep } from "@/lib/domain/endpoints/secret-usage";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { readUses } from "@/lib/services/read-uses";
import { listSecrets, revokeSecret as writeRevocation } from "@/lib/stores/signing-secrets";

type Which = { endpointId: Id<"endpoint">; id: Id<"secret"> };

/**
 * Ends a signing secret at once: what it signs is refused from the next ring on. An active one that was just used, or
 * without which nobody could ring any more, is kept unless forced.
 */
export async function revokeSecret(actor: Actor, { endpointId, id }: Which, { force }: Revocation): Promise<void> {
  authorize(actor, "secret:write");
  const { workspaceId } = actor;
  if (!force) {
    const nowMs = Date.now();
    const secrets = await listSecrets(workspaceId, endpointId);
    const uses = await readUses({ workspaceId, endpointId, secrets, nowMs });
    const secret = found(
      uses.find((use) => use.id === id),
      "secret",
    );
    const reason = reasonToKeep(secret, secrets, nowMs);
    if (reason) throw new DoorbellError("conflict", reason);
  }
  found(await writeRevocation(workspaceId, endpointId, id), "secret");
}
