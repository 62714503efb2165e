import type { ApiKey } from "@/lib/domain/accounts/api-key";
import { Role } from "@/lib/domain/accounts/role";
import { fromUuid, type Id, newId, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";
import type { ApiKey as Row } from "@/lib/platform/prisma/generated/client";

type NewStoredKey = { name: string; keyHash: Uint8Array; prefix: string; role: Role };

export async function createApiKey(workspaceId: Id<"workspace">, key: NewStoredKey): Promise<ApiKey> {
  return toApiKey(await db().apiKey.create({ data: toRow(workspaceId, key) }));
}

/** Writes a key unless there is one with this value, whichever process comes first. */
export async function createApiKeyOnce(workspaceId: Id<"workspace">, key: NewStoredKey): Promise<void> {
  await db().apiKey.createMany({ data: [toRow(workspaceId, key)], skipDuplicates: true });
}

/** Newest first. There are few: it is no page. */
export async function listApiKeys(workspaceId: Id<"workspace">): Promise<ApiKey[]> {
  const rows = await db().apiKey.findMany({
    where: { workspaceId: toUuid(workspaceId) },
    orderBy: { id: "desc" },
    take: 1_000,
  });
  return rows.map(toApiKey);
}

/** Ends a key at once. False when the workspace has no such key. */
export async function deleteApiKey(workspaceId: Id<"workspace">, id: Id<"apiKey">): Promise<boolean> {
  const { count } = await db().apiKey.deleteMany({ where: { id: toUuid(id), workspaceId: toUuid(workspaceId) } });
  return count > 0;
}

type KeyInUse = { id: Id<"apiKey">; workspaceId: Id<"workspace">; role: Role; lastUsedAt: Date | null };

/** The key with this value. It says itself which workspace it is for. */
export async function findApiKey(keyHash: Uint8Array): Promise<KeyInUse | undefined> {
  const row = await db().apiKey.findUnique({
    where: { keyHash: Uint8Array.from(keyHash) },
    select: { id: true, workspaceId: true, role: true, lastUsedAt: true },
  });
  return (
    (row && {
      id: fromUuid("apiKey", row.id),
      workspaceId: fromUuid("workspace", row.workspaceId),
      role: Role.parse(row.role),
      lastUsedAt: row.lastUsedAt,
    }) ??
    undefined
  );
}

/** Notes that a key was used now. */
export async function touchApiKey(workspaceId: Id<"workspace">, id: Id<"apiKey">): Promise<void> {
  await db().apiKey.updateMany({
    where: { id: toUuid(id), workspaceId: toUuid(workspaceId) },
    data: { lastUsedAt: new Date() },
  });
}

function toRow(workspaceId: Id<"workspace">, key: NewStoredKey) {
  return {
    ...key,
    id: toUuid(newId("apiKey")),
    workspaceId: toUuid(workspaceId),
    keyHash: Uint8Array.from(key.keyHash),
  };
}

function toApiKey(row: Row): ApiKey {
  return {
    id: fromUuid("apiKey", row.id),
    name: row.name,
    prefix: row.prefix,
    role: Role.parse(row.role),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
