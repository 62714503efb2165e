import type { AuthOptions, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { authSecret } from "@/lib/platform/auth-secret";
import { log } from "@/lib/platform/log";
import { sessionCookie } from "@/lib/platform/session-cookie";
import { identifySession } from "@/lib/services/identify-session";
import { SESSION_SECONDS_MAX } from "@/lib/services/session-life";
import type { NewSession } from "@/lib/services/sign-in";
import { signOut } from "@/lib/services/sign-out";

/** Checks what was sent, whatever that is. Throws an error whose message the form shows. */
type Authorize = (sent: unknown) => Promise<NewSession>;

/**
 * NextAuth with sessions that can be ended. It keeps sessions in the database only beside other providers than a
 * password, so its "token" is a row's random token here: opaque, looked up at every visit, void once the row is gone.
 */
export function authOptions(authorize: Authorize): AuthOptions {
  const cookie = sessionCookie();
  return {
    secret: authSecret(),
    useSecureCookies: cookie.isSecure,
    cookies: {
      sessionToken: {
        name: cookie.name,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: cookie.isSecure },
      },
    },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (sent) => toUser(await authorize(sent)),
      }),
    ],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS_MAX },
    jwt: {
      encode: async ({ token }) => readToken(token) ?? "",
      decode: async ({ token }) => (token ? openToken(token) : null),
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      jwt: ({ token, user }) => (user ? { ...token, sessionToken: readToken(user) } : token),
      // Told to the browser: nothing that could stand for the session.
      session: ({ session }): Session => session,
    },
    events: {
      signOut: async ({ token }) => {
        const sessionToken = readToken(token);
        if (sessionToken) await signOut(sessionToken);
      },
    },
    logger: {
      error: (code) => {
        // A cookie whose session has ended is no fault of anybody.
        if (code !== "JWT_SESSION_ERROR") log.warn("NextAuth complained.", { code });
      },
      warn: (code) => log.warn("NextAuth warned.", { code }),
      debug: () => undefined,
    },
  };
}

function toUser({ userId, name, email, token }: NewSession): User & { sessionToken: string } {
  return { id: userId, name, email, sessionToken: token };
}

/** Nobody is sent to another site by a link to ours. */
function ownAddress(url: unknown, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (typeof url !== "string" || !URL.canParse(url, baseUrl)) return origin;
  const target = new URL(url, baseUrl);
  return target.origin === origin ? target.href : origin;
}

async function openToken(sessionToken: string): Promise<JWT | null> {
  const session = await identifySession(sessionToken);
  return session ? { ...session.user, sessionToken } : null;
}

function readToken(holder: object | null | undefined): string | undefined {
  if (!holder || !("sessionToken" in holder)) return undefined;
  return typeof holder.sessionToken === "string" ? holder.sessionToken : undefined;
}
