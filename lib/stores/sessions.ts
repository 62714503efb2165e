import { Role } from "@/lib/domain/accounts/role";
import { fromUuid, type Id, newId, toUuid } from "@/lib/domain/ids";
import { db } from "@/lib/platform/db";

type NewSession = { tokenHash: Uint8Array; userAgent: string; createdAt: Date; expiresAt: Date };

export type StoredSession = {
  id: Id<"session">;
  createdAt: Date;
  lastSeenAt: Date;
  userId: Id<"user">;
  name: string;
  email: string;
  /** In the workspace that the user joined first. */
  membership: { workspaceId: Id<"workspace">; role: Role } | undefined;
};

export async function createSession(userId: Id<"user">, session: NewSession): Promise<void> {
  await db().session.create({
    data: {
      ...session,
      id: toUuid(newId("session")),
      userId: toUuid(userId),
      tokenHash: Uint8Array.from(session.tokenHash),
      lastSeenAt: session.createdAt,
    },
  });
}

/** The session with this token, unless it has ended, with its user's present role. */
export async function findSession(tokenHash: Uint8Array, now: Date): Promise<StoredSession | undefined> {
  const row = await db().session.findUnique({
    where: { tokenHash: Uint8Array.from(tokenHash), expiresAt: { gt: now } },
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          members: { orderBy: { createdAt: "asc" }, take: 1, select: { workspaceId: true, role: true } },
        },
      },
    },
  });
  if (!row) return undefined;
  const { id, createdAt, lastSeenAt, user } = row;
  const [member] = user.members;
  return {
    id: fromUuid("session", id),
    createdAt,
    lastSeenAt,
    userId: fromUuid("user", user.id),
    name: user.name,
    email: user.email,
    membership: member && {
      workspaceId: fromUuid("workspace", member.workspaceId),
      role: Role.parse(member.role),
    },
  };
}

/** Notes a visit. A session that was deleted meanwhile stays deleted. */
export async function prolongSession(
  id: Id<"session">,
  { seenAt, expiresAt }: { seenAt: Date; expiresAt: Date },
): Promise<void> {
  await db().session.updateMany({ where: { id: toUuid(id) }, data: { lastSeenAt: seenAt, expiresAt } });
}

/** Ends one session at once. */
export async function deleteSession(tokenHash: Uint8Array): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: Uint8Array.from(tokenHash) } });
}

/** Ends every session of a user at once, and tells how many there were. */
export async function deleteSessionsOf(userId: Id<"user">): Promise<number> {
  const { count } = await db().session.deleteMany({ where: { userId: toUuid(userId) } });
  return count;
}

/** Takes the rows of ended sessions away. */
export async function sweepSessions(now: Date): Promise<void> {
  await db().session.deleteMany({ where: { expiresAt: { lte: now } } });
}
