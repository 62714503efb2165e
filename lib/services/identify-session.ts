import type { Actor } from "@/lib/domain/accounts/actor";
import { sha256 } from "@/lib/platform/digest";
import { sessionEnd, TOKEN_LENGTH_MAX } from "@/lib/services/session-life";
import { findSession, prolongSession } from "@/lib/stores/sessions";

const PROLONG_EVERY_MS = 5 * 60_000;

/** Who is signed in: the actor in the workspace they joined first, and how they are called. */
export type SignedIn = { actor: Actor; user: { name: string; email: string } };

/** Who holds a session's token; undefined when the session has ended, or its user is a member of nothing any more. */
export async function identifySession(token: string, nowMs = Date.now()): Promise<SignedIn | undefined> {
  if (token.length > TOKEN_LENGTH_MAX) return undefined;
  const session = await findSession(sha256(token), new Date(nowMs));
  if (!session?.membership) return undefined;
  if (nowMs - session.lastSeenAt.getTime() > PROLONG_EVERY_MS) {
    await prolongSession(session.id, {
      seenAt: new Date(nowMs),
      expiresAt: sessionEnd(session.createdAt.getTime(), nowMs),
    });
  }
  const { membership, userId, name, email } = session;
  return { actor: { ...membership, userId }, user: { name, email } };
}
