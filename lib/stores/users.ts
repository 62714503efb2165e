import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";

export type StoredUser = { id: Id<"user">; email: string; name: string; passwordHash: string };

/** Whether there is any user yet. */
export async function hasUsers(): Promise<boolean> {
  return (await db().user.findFirst({ select: { id: true } })) !== null;
}

/** The user with an address in lower case. */
export async function findUserByEmail(email: string): Promise<StoredUser | undefined> {
  const row = await db().user.findUnique({ where: { email } });
  return row
    ? { id: fromUuid("user", row.id), email: row.email, name: row.name, passwordHash: row.passwordHash }
    : undefined;
}

export async function findUser(id: Id<"user">): Promise<{ name: string; email: string } | undefined> {
  const row = await db().user.findUnique({ where: { id: toUuid(id) }, select: { name: true, email: true } });
  return row ?? undefined;
}

/** What those of the users who still have an account are called. */
export async function findUserNames(ids: readonly Id<"user">[]): Promise<Map<Id<"user">, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().user.findMany({
    where: { id: { in: ids.map(toUuid) } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [fromUuid("user", id), name]));
}
