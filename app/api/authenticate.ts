import { requireOwnOrigin } from "@/app/api/own-origin";
import type { Actor } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { readCookie } from "@/lib/platform/read-cookie";
import { sessionCookie } from "@/lib/platform/session-cookie";
import { identifyKey } from "@/lib/services/identify-key";
import { identifySession } from "@/lib/services/identify-session";

const BEARER = /^Bearer +(\S+)$/i;
const READING_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Who sent a request: an API key, or the member whose browser it is. Refuses when it is nobody that we know. */
export async function authenticate(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return authenticateKey(authorization);

  const token = readCookie(request.headers.get("cookie"), sessionCookie().name);
  const session = token ? await identifySession(token) : undefined;
  if (!session) throw new DoorbellError("unauthenticated", "Sign in, or send an API key as a bearer token.");
  // A browser sends the cookie along whatever page asks it to. An API key is never sent by itself.
  if (!READING_METHODS.has(request.method)) requireOwnOrigin(request);
  return session.actor;
}

async function authenticateKey(authorization: string): Promise<Actor> {
  const key = BEARER.exec(authorization)?.[1];
  const actor = key ? await identifyKey(key) : undefined;
  if (!actor) throw new DoorbellError("unauthenticated", "This API key is not known here. It may have been deleted.");
  return actor;
}
