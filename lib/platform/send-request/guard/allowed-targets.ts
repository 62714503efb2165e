import ipaddr from "ipaddr.js";
import { type Address, parseAddress } from "@/lib/platform/send-request/guard/address-policy";
import { hostNameOf } from "@/lib/platform/send-request/guard/host-name";
import { withoutTrailingDot } from "@/lib/platform/send-request/guard/name-policy";

/** What may be reached although it is private. Made by `parseAllowedTargets` only. */
export type AllowedTargets = {
  readonly names: ReadonlySet<string>;
  readonly ranges: readonly [Address, number][];
  /** The same for equal sets. */
  readonly key: string;
};

/**
 * Reads a list of host names, addresses and CIDR ranges. A name allows that name wherever it leads; an address or
 * range allows those addresses under whatever name. Throws a sentence that quotes an entry which is none of these.
 */
export function parseAllowedTargets(list: readonly string[]): AllowedTargets {
  const names = new Set<string>();
  const ranges: [Address, number][] = [];
  for (const entry of list) {
    const parsed = parseEntry(entry.trim());
    if (typeof parsed === "string") names.add(parsed);
    else ranges.push(parsed);
  }
  const key = [...names, ...ranges.map(([address, bits]) => `${address}/${bits}`)].sort().join(",");
  return { names, ranges, key };
}

/** Whether a name was allowed as such. */
export function isAllowedName(name: string, allowed: AllowedTargets): boolean {
  return allowed.names.has(withoutTrailingDot(name));
}

/** Whether an address was allowed explicitly. IPv4 mapped into IPv6 counts as the IPv4 address that it reaches. */
export function isAllowedAddress(address: Address, allowed: AllowedTargets): boolean {
  const reached = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
  return allowed.ranges.some(([base, bits]) => base.kind() === reached.kind() && reached.match(base, bits));
}

function parseEntry(entry: string): string | [Address, number] {
  if (entry.includes("/")) {
    const isRange = ipaddr.IPv4.isValidCIDRFourPartDecimal(entry) || ipaddr.IPv6.isValidCIDR(entry);
    if (!isRange) throw unreadable(entry);
    return ipaddr.parseCIDR(entry);
  }
  const hostname = hostNameOf(entry);
  if (hostname === undefined) throw unreadable(entry);
  const address = parseAddress(hostname);
  return address ? [address, address.kind() === "ipv4" ? 32 : 128] : withoutTrailingDot(hostname);
}

function unreadable(entry: string): Error {
  return new Error(
    `ALLOWED_TARGETS: “${entry}” is not a host name, an address or a range like 10.0.0.0/8. Leave out http:// and the port.`,
  );
}
