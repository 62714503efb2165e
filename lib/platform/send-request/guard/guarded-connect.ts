import type { LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import type { AllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { type Lookup, permittedAddresses } from "@/lib/platform/send-request/guard/permitted-addresses";

const CONNECT_TIMEOUT_MS = 10_000;
const NEXT_ADDRESS_AFTER_MS = 500;

/**
 * Opens sockets to public or allowed addresses only. A name is resolved once per connection, and exactly the
 * addresses that were checked are dialled, so a name that changes its mind in between gains nothing.
 */
export function guardedConnect(allowed: AllowedTargets, lookup: Lookup): buildConnector.connector {
  const sharedLookup = sharedWhilePending(lookup);
  const dial = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    lookup: checkedLookup(allowed, sharedLookup),
  });
  return (options, callback) => {
    // Node asks no lookup about an address, so the check comes before.
    if (isIP(options.hostname) === 0) {
      dial(options, callback);
      return;
    }
    permittedAddresses(options.hostname, allowed, sharedLookup)
      .then(() => dial(options, callback))
      .catch((error: Error) => callback(error, null));
  };
}

/** Node dials what this answers, all of it and nothing else. */
function checkedLookup(allowed: AllowedTargets, lookup: Lookup): LookupFunction {
  return (hostname, _options, callback) => {
    permittedAddresses(hostname, allowed, lookup)
      .then((addresses) => callback(null, addresses))
      .catch((error: Error) => callback(error, []));
  };
}

/** One question at a time per name: the system's resolver has few threads, and a dead name would hold them all. */
function sharedWhilePending(lookup: Lookup): Lookup {
  const pending = new Map<string, Promise<LookupAddress[]>>();
  return (hostname, options) => {
    const asked = pending.get(hostname) ?? lookup(hostname, options).finally(() => pending.delete(hostname));
    pending.set(hostname, asked);
    return asked;
  };
}
