import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";

/** A signing secret with its sealed value, and when it worked. */
export type SealedSecret = {
  id: Id<"secret">;
  valueSealed: Uint8Array;
  createdAt: Date;
  /** When it stopped or will stop being taken; null while nobody has said so. */
  endsAt: Date | null;
};

const SECRETS_MAX = 50;

/** An endpoint's secrets of all states, newest first. */
export async function listSealedSecrets(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
): Promise<SealedSecret[]> {
  const rows = await db().signingSecret.findMany({
    where: { workspaceId: toUuid(workspaceId), endpointId: toUuid(endpointId) },
    orderBy: { id: "desc" },
    take: SECRETS_MAX,
  });
  return rows.map(({ id, valueSealed, createdAt, retiresAt, revokedAt }) => ({
    id: fromUuid("secret", id),
    valueSealed,
    createdAt,
    endsAt: revokedAt ?? retiresAt,
  }));
}

export type EndpointSecret = { id: Id<"secret">; valueSealed: Uint8Array; endpointName: string };

const ENDPOINTS_MAX = 20;
const SECRETS_EACH_MAX = 5;

/** The active secrets of a workspace's newest endpoints, but for one of them. */
export async function listOtherSecrets(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
): Promise<EndpointSecret[]> {
  const rows = await db().endpoint.findMany({
    where: { workspaceId: toUuid(workspaceId), deletedAt: null, id: { not: toUuid(endpointId) } },
    orderBy: { id: "desc" },
    take: ENDPOINTS_MAX,
    select: {
      name: true,
      secrets: { where: { status: "active" }, orderBy: { id: "desc" }, take: SECRETS_EACH_MAX },
    },
  });
  return rows.flatMap(({ name, secrets }) =>
    secrets.map(({ id, valueSealed }) => ({ id: fromUuid("secret", id), valueSealed, endpointName: name })),
  );
}
