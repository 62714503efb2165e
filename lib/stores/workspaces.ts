import { fromUuid, type Id, newId, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/generated/client";

export type FirstOwner = { email: string; name: string; passwordHash: string };

const FIRST_NAME = "My workspace";

/** Makes the first user, who owns the first workspace. False when there is a user already, also one made just now. */
export function createFirstOwner(owner: FirstOwner): Promise<boolean> {
  return alone(async (transaction) => {
    if (await transaction.user.findFirst({ select: { id: true } })) return false;
    const workspaceId = toUuid(await firstWorkspace(transaction));
    await transaction.user.create({
      data: { ...owner, id: toUuid(newId("user")), members: { create: { workspaceId, role: "owner" } } },
    });
    return true;
  });
}

/** The oldest workspace, which is made when there is none. */
export function ensureFirstWorkspace(): Promise<Id<"workspace">> {
  return alone(firstWorkspace);
}

export async function findWorkspace(workspaceId: Id<"workspace">): Promise<{ name: string } | undefined> {
  const row = await db().workspace.findUnique({ where: { id: toUuid(workspaceId) }, select: { name: true } });
  return row ?? undefined;
}

async function firstWorkspace(transaction: Prisma.TransactionClient): Promise<Id<"workspace">> {
  const oldest = await transaction.workspace.findFirst({ orderBy: { id: "asc" }, select: { id: true } });
  if (oldest) return fromUuid("workspace", oldest.id);
  const id = newId("workspace");
  await transaction.workspace.create({ data: { id: toUuid(id), name: FIRST_NAME } });
  return id;
}

/** Two processes that set Doorbell up at the same time do so one after the other. The number names this lock alone. */
function alone<Value>(work: (transaction: Prisma.TransactionClient) => Promise<Value>): Promise<Value> {
  return db().$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(7366773)`;
    return work(transaction);
  });
}
