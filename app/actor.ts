import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/domain/accounts/actor";
import { PATH_HEADER } from "@/lib/platform/security-headers";
import { sessionCookie } from "@/lib/platform/session-cookie";
import { identifySession } from "@/lib/services/identify-session";
import { isSetUp } from "@/lib/services/is-set-up";

/** Who looks at this page. Whoever is not signed in is sent to sign in and back, or to set Doorbell up. */
export const requireActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  const session = token ? await identifySession(token) : undefined;
  if (session) return session.actor;
  if (!(await isSetUp())) redirect("/setup");

  const path = (await headers()).get(PATH_HEADER);
  redirect(path && path !== "/" ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in");
});
