import type { Header } from "@/lib/platform/send-request/outcome";
import { parseTargetUrl } from "@/lib/platform/send-request/target-url";

/** One request to one address. */
export type Hop = {
  url: URL;
  method: string;
  headers: readonly Header[];
  body: string | Uint8Array | undefined;
};

export type Redirect = { kind: "none" } | { kind: "refused"; message: string } | { kind: "to"; hop: Hop };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The only headers that another origin gets to see: any other may be a credential. */
const CARRIED_ACROSS_ORIGINS = new Set(["accept", "content-type", "doorbell-depth", "idempotency-key", "user-agent"]);

/**
 * Where an answer sends the request on to, never from https to http. Methods change as browsers have it:
 * https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function redirectOf(hop: Hop, answer: { status: number; headers: readonly Header[] }): Redirect {
  const location = answer.headers.find(({ name }) => name === "location")?.value;
  if (!REDIRECTS.has(answer.status) || location === undefined) return { kind: "none" };

  const target = parseTargetUrl(location, hop.url);
  if (!target.isGood) {
    return { kind: "refused", message: `${hop.url.host} redirected to an address that cannot be used.` };
  }
  if (hop.url.protocol === "https:" && target.url.protocol === "http:") {
    return { kind: "refused", message: `${hop.url.host} redirected from https to http, which is not safe to follow.` };
  }
  return { kind: "to", hop: carryOver(hop, target.url, answer.status) };
}

function carryOver(hop: Hop, url: URL, status: number): Hop {
  const sameOrigin = hop.headers.filter(
    ({ name }) => url.origin === hop.url.origin || CARRIED_ACROSS_ORIGINS.has(name.toLowerCase()),
  );
  if (!becomesGet(hop.method, status)) return { ...hop, url, headers: sameOrigin };
  const headers = sameOrigin.filter(({ name }) => !name.toLowerCase().startsWith("content-"));
  return { url, method: "GET", headers, body: undefined };
}

function becomesGet(method: string, status: number): boolean {
  if (status === 303) return method !== "GET" && method !== "HEAD";
  return method === "POST" && (status === 301 || status === 302);
}
