import { isIP } from "node:net";
import { buildConnector } from "undici";
import type { AllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { checkedLookup, NEXT_ADDRESS_AFTER_MS } from "@/lib/platform/send-request/guard/checked-lookup";
import { type Lookup, permittedAddresses } from "@/lib/platform/send-request/guard/permitted-addresses";

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens sockets to public or allowed addresses only. A name is resolved once per connection, and exactly the
 * addresses that were checked are dialled, so a name that changes its mind in between gains nothing.
 */
export function guardedConnect(allowed: AllowedTargets, lookup: Lookup): buildConnector.connector {
  const dial = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    lookup: checkedLookup(allowed, lookup),
  });
  return (options, callback) => {
    // Node asks no lookup about an address, so the check comes before.
    if (isIP(options.hostname) === 0) {
      dial(options, callback);
      return;
    }
    permittedAddresses(options.hostname, allowed, lookup)
      .then(() => dial(options, callback))
      .catch((error: Error) => callback(error, null));
  };
}
