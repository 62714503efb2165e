import { SecretStatus, type SigningSecret } from "@/lib/domain/endpoints/endpoint";
import { isRotationDue } from "@/lib/domain/endpoints/secret-age";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { db, pool } from "@/lib/platform/db";
import type { SigningSecret as Row } from "@/lib/platform/prisma/generated/client";

/** A secret as it is stored, but for its value. */
export type StoredSecret = SigningSecret & { creatorId: Id<"user"> | null };

/** Newest first, without their values. */
export async function listSecrets(workspaceId: Id<"workspace">, endpointId: Id<"endpoint">): Promise<StoredSecret[]> {
  const rows = await db().signingSecret.findMany({
    where: { workspaceId: toUuid(workspaceId), endpointId: toUuid(endpointId) },
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({ ...toSecret(row), creatorId: row.createdBy ? fromUuid("user", row.createdBy) : null }));
}

/** The sealed value of the newest active secret; undefined without one. */
export async function findActiveSecret(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
): Promise<{ id: Id<"secret">; valueSealed: Uint8Array } | undefined> {
  const row = await db().signingSecret.findFirst({
    where: { workspaceId: toUuid(workspaceId), endpointId: toUuid(endpointId), status: "active" },
    orderBy: { id: "desc" },
  });
  return row ? { id: fromUuid("secret", row.id), valueSealed: row.valueSealed } : undefined;
}

type Rotation = {
  id: Id<"secret">;
  valueSealed: Uint8Array;
  createdBy: Id<"user"> | null;
  /** When the secrets that were active until now stop being tried. */
  retiresAt: Date;
};

/** Adds an active secret and lets the active ones retire, in one commit that every door learns of. */
export async function rotateSecret(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  rotation: Rotation,
): Promise<SigningSecret> {
  const where = { workspaceId: toUuid(workspaceId), endpointId: toUuid(endpointId) };
  const [, row] = await db().$transaction([
    db().signingSecret.updateMany({
      where: { ...where, status: "active" },
      data: { status: "retiring", retiresAt: rotation.retiresAt },
    }),
    db().signingSecret.create({
      data: {
        ...where,
        id: toUuid(rotation.id),
        valueSealed: Uint8Array.from(rotation.valueSealed),
        createdBy: rotation.createdBy && toUuid(rotation.createdBy),
      },
    }),
    db().endpoint.update({ where: { id: where.endpointId }, data: { revision: { increment: 1 } } }),
  ]);
  return toSecret(row);
}

/** Adds a secret to an endpoint that never had one. Whether it did; it is one statement, so that the first one wins. */
export async function addFirstSecret(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  secret: { id: Id<"secret">; valueSealed: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await pool().query(
    `WITH rung AS (
       UPDATE endpoints SET revision = revision + 1
       WHERE id = $2 AND workspace_id = $1 AND NOT EXISTS (SELECT FROM signing_secrets WHERE endpoint_id = $2)
       RETURNING id, workspace_id
     )
     INSERT INTO signing_secrets (id, workspace_id, endpoint_id, value_sealed)
     SELECT $3, workspace_id, id, $4 FROM rung`,
    [toUuid(workspaceId), toUuid(endpointId), toUuid(secret.id), secret.valueSealed],
  );
  return rowCount === 1;
}

/** Ends a secret at once. Undefined when the endpoint has no such secret that still works. */
export async function revokeSecret(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  id: Id<"secret">,
): Promise<SigningSecret | undefined> {
  const [[row]] = await db().$transaction([
    db().signingSecret.updateManyAndReturn({
      where: {
        id: toUuid(id),
        workspaceId: toUuid(workspaceId),
        endpointId: toUuid(endpointId),
        status: { not: "revoked" },
      },
      data: { status: "revoked", revokedAt: new Date() },
    }),
    db().endpoint.updateMany({
      where: { id: toUuid(endpointId), workspaceId: toUuid(workspaceId) },
      data: { revision: { increment: 1 } },
    }),
  ]);
  return row ? toSecret(row) : undefined;
}

/** Marks as revoked what has retired. Doors need not learn of it: they have not tried such secrets since. */
export async function revokeRetired(now: Date): Promise<void> {
  await pool().query(
    `UPDATE signing_secrets SET status = 'revoked', revoked_at = retires_at
     WHERE status = 'retiring' AND retires_at <= $1`,
    [now],
  );
}

function toSecret(row: Row): SigningSecret {
  const nowMs = Date.now();
  const hasRetired = row.status === "retiring" && row.retiresAt !== null && row.retiresAt.getTime() <= nowMs;
  const status = SecretStatus.parse(hasRetired ? "revoked" : row.status);
  const createdAt = row.createdAt.toISOString();
  return {
    id: fromUuid("secret", row.id),
    status,
    createdAt,
    rotationDue: isRotationDue({ status, createdAt }, nowMs),
    retiresAt: row.retiresAt?.toISOString() ?? null,
    revokedAt: (row.revokedAt ?? (hasRetired ? row.retiresAt : null))?.toISOString() ?? null,
  };
}
