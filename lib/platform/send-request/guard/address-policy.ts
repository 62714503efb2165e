import ipaddr from "ipaddr.js";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What IPv6 hands out for the open internet. https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const IPV6_GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Public by its number, but answered by the cloud's own machinery (Azure). */
const PLATFORM_ADDRESSES = [ipaddr.IPv4.parse("168.63.129.16")];

/**
 * Whether an address belongs to some machine on the open internet: not this one, its network, its cloud,
 * a group, or IPv4 wrapped in IPv6 (mapped, compatible, NAT64, 6to4, Teredo), which could lead back inside.
 */
export function isPublicAddress(address: Address): boolean {
  if (address.range() !== "unicast") return false;
  if (address instanceof ipaddr.IPv4) return !PLATFORM_ADDRESSES.some((platform) => platform.match(address, 32));
  // ipaddr.js takes every range that it does not know for unicast, ::/96 among them.
  return address.zoneId === undefined && address.match(IPV6_GLOBAL_UNICAST);
}

/** Reads an address as the resolver or the URL parser writes it; IPv4 mapped into IPv6 stays IPv6. */
export function parseAddress(text: string): Address | undefined {
  return ipaddr.isValid(text) ? ipaddr.parse(text) : undefined;
}
