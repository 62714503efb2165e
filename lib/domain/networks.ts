import ipaddr from "ipaddr.js";

/** A network, ready to be asked: its first address and how many bits are fixed. */
export type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** IPv4 as the four numbers alone: ipaddr.js also takes the shorthand of old, such as 10.1 for 10.0.0.1. */
const IPV4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/** A network such as `10.0.0.0/8` or `2001:db8::/32`, or an address, which is a network of one. Undefined for anything else. */
export function parseNetwork(text: string): Network | undefined {
  const [address = "", bits] = text.trim().split("/");
  if (!IPV4.test(address) && !address.includes(":")) return undefined;
  if (bits === undefined) {
    if (!ipaddr.isValid(address)) return undefined;
    const parsed = ipaddr.process(address);
    return [parsed, parsed.kind() === "ipv4" ? 32 : 128];
  }
  return ipaddr.isValidCIDR(text.trim()) ? ipaddr.parseCIDR(text.trim()) : undefined;
}

/** Of lists of networks, which addresses lie in them: a sender comes again and again. */
const answers = new WeakMap<readonly Network[], Map<string, boolean>>();
const ANSWERS_MAX = 1_000;

/** Whether an address lies in one of the networks. IPv4 written within IPv6 counts as IPv4. */
export function isInNetworks(address: string, networks: readonly Network[]): boolean {
  const known = answers.get(networks) ?? new Map<string, boolean>();
  answers.set(networks, known);
  const before = known.get(address);
  if (before !== undefined) return before;
  if (known.size >= ANSWERS_MAX) known.clear();
  const isIn = liesIn(address, networks);
  known.set(address, isIn);
  return isIn;
}

function liesIn(address: string, networks: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
}
