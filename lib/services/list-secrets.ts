import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";
import { isSafeToRevoke } from "@/lib/domain/endpoints/secret-usage";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { readUses } from "@/lib/services/read-uses";
import { findEndpoint } from "@/lib/stores/endpoints";
import { listSecrets as findSecrets } from "@/lib/stores/signing-secrets";
import { findUserNames } from "@/lib/stores/users";

/** An endpoint's signing secrets and their use, newest first, without their values. */
export async function listSecrets(
  actor: Actor,
  endpointId: Id<"endpoint">,
  nowMs = Date.now(),
): Promise<SecretInUse[]> {
  authorize(actor, "endpoint:read");
  const { workspaceId } = actor;
  found(await findEndpoint(workspaceId, endpointId), "endpoint");
  const secrets = await findSecrets(workspaceId, endpointId);
  const uses = await readUses({ workspaceId, endpointId, secrets, nowMs });
  const names = await findUserNames(uses.flatMap(({ creatorId }) => creatorId ?? []));
  return uses.map(({ creatorId, isUnproven: _, ...use }) => ({
    ...use,
    createdBy: (creatorId && names.get(creatorId)) ?? null,
    safeToRevoke: isSafeToRevoke(use, secrets, nowMs),
  }));
}
