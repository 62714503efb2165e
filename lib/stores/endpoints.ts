import { z } from "zod";
import { EndpointStatus } from "@/lib/domain/endpoints/endpoint";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { type Page, type PageQuery, toPage } from "@/lib/domain/page";
import { db } from "@/lib/platform/db";
import type { EndpointToken, Prisma, Endpoint as Row } from "@/lib/platform/prisma/generated/client";

/** An endpoint as it is stored: its token is sealed. */
export type StoredEndpoint = {
  id: Id<"endpoint">;
  name: string;
  tokenSealed: Uint8Array;
  source: string;
  options: Record<string, unknown>;
  status: EndpointStatus;
  createdAt: Date;
  /** Until when tokens before this one lead here, too; null when none does. */
  previousTokenUntil: Date | null;
};

export type NewStoredEndpoint = Omit<StoredEndpoint, "status" | "createdAt" | "previousTokenUntil"> & {
  tokenHash: Uint8Array;
  secrets: { id: Id<"secret">; valueSealed: Uint8Array }[];
  createdBy: Id<"user"> | null;
};

/** Writes a new endpoint together with its signing secrets. */
export async function createEndpoint(
  workspaceId: Id<"workspace">,
  endpoint: NewStoredEndpoint,
): Promise<StoredEndpoint> {
  const row = await db().endpoint.create({
    data: {
      id: toUuid(endpoint.id),
      workspaceId: toUuid(workspaceId),
      name: endpoint.name,
      tokens: { create: { tokenHash: toBytes(endpoint.tokenHash), workspaceId: toUuid(workspaceId) } },
      tokenSealed: toBytes(endpoint.tokenSealed),
      source: endpoint.source,
      options: toJson(endpoint.options),
      secrets: {
        create: endpoint.secrets.map((secret) => ({
          id: toUuid(secret.id),
          workspaceId: toUuid(workspaceId),
          valueSealed: toBytes(secret.valueSealed),
          createdBy: endpoint.createdBy && toUuid(endpoint.createdBy),
        })),
      },
    },
    include: LAST_TO_RETIRE,
  });
  return toEndpoint(row);
}

export async function findEndpoint(
  workspaceId: Id<"workspace">,
  id: Id<"endpoint">,
): Promise<StoredEndpoint | undefined> {
  const row = await db().endpoint.findUnique({
    where: { id: toUuid(id), workspaceId: toUuid(workspaceId), deletedAt: null },
    include: LAST_TO_RETIRE,
  });
  return row ? toEndpoint(row) : undefined;
}

/** Newest first. */
export async function listEndpoints(workspaceId: Id<"workspace">, query: PageQuery): Promise<Page<StoredEndpoint>> {
  const rows = await db().endpoint.findMany({
    where: {
      workspaceId: toUuid(workspaceId),
      deletedAt: null,
      ...(query.cursor ? { id: { lt: toUuid(query.cursor) } } : {}),
    },
    orderBy: { id: "desc" },
    take: query.limit + 1,
    include: LAST_TO_RETIRE,
  });
  return toPage(rows.map(toEndpoint), query.limit);
}

type Change = {
  name?: string | undefined;
  status?: EndpointStatus | undefined;
  options?: Record<string, unknown> | undefined;
  deletedAt?: Date;
};

/** Changes an endpoint; what is undefined stays. Undefined when there is no such endpoint. */
export async function changeEndpoint(
  workspaceId: Id<"workspace">,
  id: Id<"endpoint">,
  change: Change,
): Promise<StoredEndpoint | undefined> {
  const where = { id: toUuid(id), workspaceId: toUuid(workspaceId) };
  const [{ count }, row] = await db().$transaction([
    db().endpoint.updateMany({
      where: { ...where, deletedAt: null },
      data: {
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(change.status === undefined ? {} : { status: change.status }),
        ...(change.options === undefined ? {} : { options: toJson(change.options) }),
        ...(change.deletedAt === undefined ? {} : { deletedAt: change.deletedAt }),
        revision: { increment: 1 },
      },
    }),
    db().endpoint.findUnique({ where, include: LAST_TO_RETIRE }),
  ]);
  return row && count > 0 ? toEndpoint(row) : undefined;
}

const LAST_TO_RETIRE = {
  tokens: { where: { retiresAt: { not: null } }, orderBy: { retiresAt: "desc" }, take: 1 },
} satisfies Prisma.EndpointInclude;

function toEndpoint(row: Row & { tokens: EndpointToken[] }): StoredEndpoint {
  const retiresAt = row.tokens[0]?.retiresAt ?? null;
  return {
    id: fromUuid("endpoint", row.id),
    name: row.name,
    tokenSealed: row.tokenSealed,
    source: row.source,
    options: z.record(z.string(), z.unknown()).parse(row.options),
    status: EndpointStatus.parse(row.status),
    createdAt: row.createdAt,
    previousTokenUntil: retiresAt && retiresAt.getTime() > Date.now() ? retiresAt : null,
  };
}

/** Prisma wants bytes that own their memory. */
function toBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

function toJson(options: Record<string, unknown>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(options));
}
