import { z } from "zod";
import { fromUuid, type Id, idSchema, toUuid } from "@/lib/domain/ids";
import { type Page, type PageQuery, toPage } from "@/lib/domain/page";
import { db, pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Connection as Row } from "@/lib/platform/prisma/generated/client";

/** A connection as it is stored: its secrets are sealed together. */
export type StoredConnection = {
  id: Id<"connection">;
  kind: string;
  name: string;
  /** What is no secret. */
  settings: Record<string, string>;
  secretsSealed: Uint8Array;
  createdAt: Date;
  updatedAt: Date;
  lastUsedAt: Date | null;
};

type NewConnection = Pick<StoredConnection, "id" | "kind" | "name" | "settings" | "secretsSealed"> & {
  createdBy: Id<"user"> | null;
};

export async function createConnection(
  workspaceId: Id<"workspace">,
  { id, kind, name, settings, secretsSealed, createdBy }: NewConnection,
): Promise<StoredConnection> {
  const row = await db().connection.create({
    data: {
      id: toUuid(id),
      workspaceId: toUuid(workspaceId),
      kind,
      name,
      settings,
      secretsSealed: Uint8Array.from(secretsSealed),
      createdBy: createdBy && toUuid(createdBy),
    },
  });
  return toConnection(row);
}

export async function findSealedConnection(
  workspaceId: Id<"workspace">,
  id: Id<"connection">,
): Promise<StoredConnection | undefined> {
  const row = await db().connection.findUnique({ where: { id: toUuid(id), workspaceId: toUuid(workspaceId) } });
  return row ? toConnection(row) : undefined;
}

/** Those of the ids that are there. */
export async function findConnections(
  workspaceId: Id<"workspace">,
  ids: readonly string[],
): Promise<Pick<StoredConnection, "id" | "kind">[]> {
  const known = ids.flatMap((id) => idSchema("connection").safeParse(id).data ?? []);
  const rows = await db().connection.findMany({
    where: { workspaceId: toUuid(workspaceId), id: { in: known.map(toUuid) } },
    select: { id: true, kind: true },
  });
  return rows.map(({ id, kind }) => ({ id: fromUuid("connection", id), kind }));
}

/** Newest first. */
export async function listConnections(
  workspaceId: Id<"workspace">,
  { cursor, limit }: PageQuery,
): Promise<Page<StoredConnection>> {
  const rows = await db().connection.findMany({
    where: { workspaceId: toUuid(workspaceId), ...(cursor ? { id: { lt: toUuid(cursor) } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return toPage(rows.map(toConnection), limit);
}

type Change = Partial<Pick<StoredConnection, "name" | "settings" | "secretsSealed">>;

/** Changes a connection; what is undefined stays. Undefined when there is no such connection. */
export async function changeConnection(
  workspaceId: Id<"workspace">,
  id: Id<"connection">,
  { name, settings, secretsSealed }: Change,
): Promise<StoredConnection | undefined> {
  const where = { id: toUuid(id), workspaceId: toUuid(workspaceId) };
  const { count } = await db().connection.updateMany({
    where,
    data: {
      ...(name === undefined ? {} : { name }),
      ...(settings === undefined ? {} : { settings }),
      ...(secretsSealed === undefined ? {} : { secretsSealed: Uint8Array.from(secretsSealed) }),
      updatedAt: new Date(),
    },
  });
  return count === 1 ? findSealedConnection(workspaceId, id) : undefined;
}

/** False when there was none. */
export async function deleteConnection(workspaceId: Id<"workspace">, id: Id<"connection">): Promise<boolean> {
  const { count } = await db().connection.deleteMany({ where: { id: toUuid(id), workspaceId: toUuid(workspaceId) } });
  return count === 1;
}

const NOTED_EVERY_MS = 60_000;
const notedAtMs = new Map<string, number>();

/** Notes that a connection was used, at most once a minute. It never fails and never waits. */
export function noteConnectionUse(id: Id<"connection">, nowMs = Date.now()): void {
  if (nowMs - (notedAtMs.get(id) ?? 0) < NOTED_EVERY_MS) return;
  notedAtMs.set(id, nowMs);
  pool()
    .query("UPDATE connections SET last_used_at = now() WHERE id = $1", [toUuid(id)])
    .catch((error: Error) => log.warn("A connection's use could not be noted.", { reason: error.message }));
}

const Settings = z.record(z.string(), z.string());

function toConnection(row: Row): StoredConnection {
  const { kind, name, secretsSealed, createdAt, updatedAt, lastUsedAt } = row;
  return {
    id: fromUuid("connection", row.id),
    kind,
    name,
    settings: Settings.parse(row.settings),
    secretsSealed,
    createdAt,
    updatedAt,
    lastUsedAt,
  };
}
