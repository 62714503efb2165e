import type { LookupAddress } from "node:dns";
import { lookup as dnsLookup } from "node:dns/promises";
import { isPublicAddress, parseAddress } from "@/lib/platform/send-request/guard/address-policy";
import {
  type AllowedTargets,
  isAllowedAddress,
  isAllowedName,
} from "@/lib/platform/send-request/guard/allowed-targets";
import { isInternalName } from "@/lib/platform/send-request/guard/name-policy";

/** How names become addresses: `dns.promises.lookup`, or a test's own. */
export type Lookup = (hostname: string, options: { all: true }) => Promise<LookupAddress[]>;

/** The target may not be reached. The message says so to a person. */
export class TargetRefused extends Error {
  override name = "TargetRefused" as const;

  constructor(fact: string) {
    super(`${fact} An admin can allow it with ALLOWED_TARGETS.`);
  }
}

/**
 * The addresses that may be dialled for a host: resolved once, all checked. Dial only these, without another lookup.
 * Throws TargetRefused if one of them is neither public nor allowed, and what the lookup throws.
 */
export async function permittedAddresses(
  host: string,
  allowed: AllowedTargets,
  lookup: Lookup = dnsLookup,
): Promise<LookupAddress[]> {
  const literal = parseAddress(host);
  if (literal) {
    const answer = { address: literal.toString(), family: literal.kind() === "ipv4" ? 4 : 6 };
    if (isPublic(answer) || isAllowed(answer, allowed)) return [answer];
    throw new TargetRefused(`${host} is in a private network.`);
  }
  if (isAllowedName(host, allowed)) return resolve(host, lookup);
  if (isInternalName(host)) return allowedAnswers(host, allowed, lookup);

  const answers = await resolve(host, lookup);
  if (answers.every((answer) => isPublic(answer) || isAllowed(answer, allowed))) return answers;
  throw new TargetRefused(`${host} leads into a private network.`);
}

/** Such as localhost once 127.0.0.1 is allowed: its other answers are left out, public ones too. */
async function allowedAnswers(host: string, allowed: AllowedTargets, lookup: Lookup): Promise<LookupAddress[]> {
  const answers = allowed.ranges.length > 0 ? await resolve(host, lookup) : [];
  const permitted = answers.filter((answer) => isAllowed(answer, allowed));
  if (permitted.length === 0) throw new TargetRefused(`${host} is a name inside a private network.`);
  return permitted;
}

async function resolve(host: string, lookup: Lookup): Promise<LookupAddress[]> {
  const answers = await lookup(host, { all: true });
  if (answers.length > 0) return answers;
  throw Object.assign(new Error(`${host} has no address.`), { code: "ENOTFOUND" });
}

function isPublic({ address }: LookupAddress): boolean {
  const parsed = parseAddress(address);
  return parsed !== undefined && isPublicAddress(parsed);
}

function isAllowed({ address }: LookupAddress, allowed: AllowedTargets): boolean {
  const parsed = parseAddress(address);
  return parsed !== undefined && isAllowedAddress(parsed, allowed);
}
