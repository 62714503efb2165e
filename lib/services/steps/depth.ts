import type { Header } from "@/lib/domain/deliveries/delivery";
import { authSecret } from "@/lib/platform/auth-secret";
import { hmac, safeEqual } from "@/lib/platform/digest";

/** The header by which a request says how many requests of Doorbell led to it, itself included. */
export const DEPTH_HEADER = "Doorbell-Depth";

/** So many requests may lead from one to the next: more look like workflows that ring each other without an end. */
export const DEPTH_MAX = 8;

/** A depth as the header tells it, signed: a stranger who makes one up must not be able to hold a workflow back. */
export function signedDepth(depth: number): string {
  return `${depth}.${signatureOf(depth)}`;
}

/** How many requests of Doorbell led to a delivery; 0 when somebody else sent it. */
export function depthOf(headers: readonly Header[]): number {
  const told = headers.filter(({ name }) => name.toLowerCase() === DEPTH_HEADER.toLowerCase());
  return Math.max(0, ...told.map(({ value }) => readDepth(value)));
}

function readDepth(value: string): number {
  const [, digits, signature] = /^(0|[1-9]\d{0,5})\.([\w-]{22})$/.exec(value) ?? [];
  if (digits === undefined || signature === undefined) return 0;
  const depth = Number(digits);
  return safeEqual(signature, signatureOf(depth)) ? depth : 0;
}

/** Made once in a process: after the master key has changed, a depth of before counts for nothing, which does no harm. */
const signatures = new Map<number, string>();

function signatureOf(depth: number): string {
  const known = signatures.get(depth) ?? sign(depth);
  if (depth <= DEPTH_MAX) signatures.set(depth, known);
  return known;
}

function sign(depth: number): string {
  const utf8 = new TextEncoder();
  const mac = hmac("sha256", utf8.encode(authSecret()), utf8.encode(`depth ${depth}`));
  return Buffer.from(mac.subarray(0, 16)).toString("base64url");
}
