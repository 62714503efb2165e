import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import type { AllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { type Lookup, permittedAddresses } from "@/lib/platform/send-request/guard/permitted-addresses";

/** How long a socket waits for one of a name's addresses before it tries the next beside it. */
export const NEXT_ADDRESS_AFTER_MS = 500;

/** A lookup for sockets that answers with permitted addresses only. Node dials what it answers, all of it and nothing else. */
export function checkedLookup(allowed: AllowedTargets, lookup: Lookup): LookupFunction {
  const shared = sharedWhilePending(lookup);
  return (hostname, _options, callback) => {
    permittedAddresses(hostname, allowed, shared)
      .then((addresses) => callback(null, addresses))
      .catch((error: Error) => callback(error, []));
  };
}

const sharedLookups = new WeakMap<Lookup, Lookup>();

/** One question at a time per name: the system's resolver has few threads, and a dead name would hold them all. */
function sharedWhilePending(lookup: Lookup): Lookup {
  const earlier = sharedLookups.get(lookup);
  if (earlier) return earlier;
  const pending = new Map<string, Promise<LookupAddress[]>>();
  const shared: Lookup = (hostname, options) => {
    const asked = pending.get(hostname) ?? lookup(hostname, options).finally(() => pending.delete(hostname));
    pending.set(hostname, asked);
    return asked;
  };
  sharedLookups.set(lookup, shared);
  return shared;
}
