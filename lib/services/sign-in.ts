import { EmailAddress } from "@/lib/domain/accounts/email-address";
import { PASSWORD_LENGTH_MAX } from "@/lib/domain/accounts/new-password";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { randomToken, sha256 } from "@/lib/platform/digest";
import { verifyPassword } from "@/lib/platform/password";
import { type Guarded, guess } from "@/lib/services/limit-guesses";
import { sessionEnd } from "@/lib/services/session-life";
import { createSession } from "@/lib/stores/sessions";
import { findUserByEmail } from "@/lib/stores/users";

/** 256 bits: nobody finds a session by trying. */
const TOKEN_BYTES = 32;
const USER_AGENT_LENGTH_MAX = 300;

const BY_ADDRESS = { ratePerSecond: 1 / 10, burst: 30 };
const BY_EMAIL = { ratePerSecond: 1 / 30, burst: 10 };

export type Credentials = { email: string; password: string };
export type Browser = { address: string; userAgent: string };
export type NewSession = { userId: Id<"user">; name: string; email: string; token: string };

/**
 * Begins a session for whoever knows the password. Refuses a wrong password and an unknown address with the same words,
 * after the same time, and too many of either for a while.
 */
export async function signIn(credentials: Credentials, browser: Browser, nowMs = Date.now()): Promise<NewSession> {
  const email = EmailAddress.safeParse(credentials.email).data;
  const guarded: Guarded[] = [
    { key: `sign-in:address:${browser.address}`, budget: BY_ADDRESS },
    ...(email ? [{ key: `sign-in:email:${email}`, budget: BY_EMAIL }] : []),
  ];
  const user = await guess(guarded, () => findByPassword(email, credentials.password));
  if (!user) throw new DoorbellError("wrong_password", "That e-mail and password do not belong together.");

  const token = randomToken(TOKEN_BYTES);
  await createSession(user.id, {
    tokenHash: sha256(token),
    userAgent: browser.userAgent.slice(0, USER_AGENT_LENGTH_MAX),
    createdAt: new Date(nowMs),
    expiresAt: sessionEnd(nowMs, nowMs),
  });
  return { userId: user.id, name: user.name, email: user.email, token };
}

async function findByPassword(email: string | undefined, password: string) {
  const user = email ? await findUserByEmail(email) : undefined;
  const isRight = await verifyPassword(password.slice(0, PASSWORD_LENGTH_MAX + 1), user?.passwordHash);
  return isRight ? user : undefined;
}
