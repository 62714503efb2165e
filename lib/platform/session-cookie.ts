import { env } from "@/lib/platform/env";

/**
 * The cookie that a signed-in browser holds. Where the public address is https, it goes over nothing else, and its
 * prefix keeps other hosts of the same domain from setting it.
 */
export function sessionCookie(): { name: string; isSecure: boolean } {
  const isSecure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  return { name: `${isSecure ? "__Host-" : ""}next-auth.session-token`, isSecure };
}
