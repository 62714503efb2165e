import type { IncomingMessage, ServerResponse } from "node:http";
import { decodableTarget } from "@/lib/platform/decodable-target";
import { randomToken } from "@/lib/platform/digest";
import { env } from "@/lib/platform/env";
import { believeOnlyProxies } from "@/lib/platform/forwarded-headers";

/** Request headers by which the server tells pages what Next does not: the path asked for, and this page's nonce. */
export const PATH_HEADER = "x-doorbell-path";
export const NONCE_HEADER = "x-nonce";

const NONCE_BYTES = 16;
const TWO_YEARS_SECONDS = 63_072_000;

/**
 * Readies a request for Next, and gives it back. Its target becomes one that Next can read. Its forwarding headers are made true, the answer gets its security
 * headers, and the page's nonce travels in the request's `content-security-policy`, where Next looks for it.
 */
export function prepareRequest(request: IncomingMessage, response: ServerResponse): IncomingMessage {
  request.url = decodableTarget(request.url ?? "/");
  const { isHttps } = believeOnlyProxies(request, env().TRUSTED_PROXIES);
  const nonce = randomToken(NONCE_BYTES);
  const isPage = !request.url?.startsWith("/api/");
  const headers = securityHeaders(isPage ? nonce : null, { isHttps, isDevelopment: env().NODE_ENV === "development" });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);

  request.headers["content-security-policy"] = headers["content-security-policy"];
  delete request.headers["content-security-policy-report-only"];
  request.headers[NONCE_HEADER] = nonce;
  request.headers[PATH_HEADER] = pagePath(request.url ?? "/");
  return request;
}

/** The headers of every answer. Without a nonce it is no page: nothing in it may be loaded or run. */
export function securityHeaders(
  nonce: string | null,
  { isHttps, isDevelopment = false }: { isHttps: boolean; isDevelopment?: boolean },
): Record<string, string> {
  return {
    "content-security-policy": nonce ? pagePolicy(nonce, { isHttps, isDevelopment }) : DATA_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isHttps ? { "strict-transport-security": `max-age=${TWO_YEARS_SECONDS}` } : {}),
  };
}

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

function pagePolicy(nonce: string, { isHttps, isDevelopment }: { isHttps: boolean; isDevelopment: boolean }): string {
  return [
    "default-src 'self'",
    // React's development build rebuilds the server's stacks with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // The canvas and popovers place things by style attributes. Those cannot load, run or select anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The page's own address, without what Next's client adds to it. */
function pagePath(url: string): string {
  const [path = "/", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.delete("_rsc");
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
