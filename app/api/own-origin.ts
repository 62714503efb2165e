import { DoorbellError } from "@/lib/domain/errors";
import { env } from "@/lib/platform/env";

/**
 * Refuses a request that a page of another site made a browser send. Browsers name the page's origin in every request
 * that may change something; it must be the host that was asked, or the public address.
 */
export function requireOwnOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin && isOwn(origin, request.headers)) return;
  throw new DoorbellError("forbidden", "This request came from another site, so it was refused.");
}

function isOwn(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL && new URL(PUBLIC_URL).origin === new URL(origin).origin) return true;
  // `server.ts` lets `x-forwarded-host` stand only when a trusted proxy said it.
  return new URL(origin).host === (headers.get("x-forwarded-host") ?? headers.get("host"));
}
