import { isIP, isIPv4 } from "node:net";
import ipaddr from "ipaddr.js";
import { isInNetworks, type Network, parseNetwork } from "@/lib/domain/networks";

type HeaderValue = string | string[] | undefined;

/**
 * Where a request comes from: the peer, or, when that is a trusted proxy, the right-most address in `X-Forwarded-For`
 * that is none. What stands further left, anybody can have written. IPv4 mapped into IPv6 is told as IPv4.
 */
export function clientAddress(socketAddress: string, forwardedFor: HeaderValue, trustedProxies: string[]): string {
  let address = fold(socketAddress) ?? socketAddress;
  if (forwardedFor === undefined) return address;
  for (const hop of listValues(forwardedFor).reverse()) {
    if (!isTrustedProxy(address, trustedProxies)) return address;
    const next = fold(hop);
    if (!next) return address;
    address = next;
  }
  return address;
}

/** Whether an address is one of the proxies whose forwarding headers are believed. */
export function isTrustedProxy(address: string, trustedProxies: string[]): boolean {
  if (trustedProxies.length === 0) return false;
  const folded = fold(address);
  return folded !== undefined && isInNetworks(folded, parseTrustedProxies(trustedProxies));
}

const parsedLists = new WeakMap<string[], Network[]>();

/** The proxies' networks. An address alone is a network of one. Throws a sentence that names what is neither. */
export function parseTrustedProxies(trustedProxies: string[]): Network[] {
  const known = parsedLists.get(trustedProxies);
  if (known) return known;
  const parsed = trustedProxies.map((text) => {
    const network = parseNetwork(text);
    if (network) return network;
    throw new Error(`TRUSTED_PROXIES: “${text}” is no address and no network such as 10.0.0.0/8.`);
  });
  parsedLists.set(trustedProxies, parsed);
  return parsed;
}

/** A forwarding header's values, left to right. */
export function listValues(header: HeaderValue): string[] {
  return [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((value) => value.trim())
    .filter(Boolean);
}

/** How IPv4 is written within IPv6. */
const MAPPED = "::ffff:";

/** An address in its one spelling, without a port; undefined when it is none. */
function fold(text: string): string | undefined {
  // Nearly all come as one of these two, and every request passes here.
  if (isIPv4(text)) return text;
  if (text.startsWith(MAPPED) && isIPv4(text.slice(MAPPED.length))) return text.slice(MAPPED.length);
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isIP(bare) ? ipaddr.process(bare).toString() : undefined;
}
