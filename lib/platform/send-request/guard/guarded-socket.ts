import { lookup as dnsLookup } from "node:dns/promises";
import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import type { AllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { checkedLookup, NEXT_ADDRESS_AFTER_MS } from "@/lib/platform/send-request/guard/checked-lookup";
import { hostNameOf } from "@/lib/platform/send-request/guard/host-name";
import { type Lookup, permittedAddresses } from "@/lib/platform/send-request/guard/permitted-addresses";
import { targetsOfSettings } from "@/lib/platform/send-request/guard/targets-of-settings";

export type SocketOptions = {
  /** Ends the socket whenever it aborts, also long after it was opened. */
  signal: AbortSignal;
  /** Default: the setting ALLOWED_TARGETS. */
  allowedTargets?: AllowedTargets | undefined;
  /** For tests: how names become addresses. */
  lookup?: Lookup | undefined;
};

/** What was to be dialled is neither a name nor an address. */
export class NoHost extends Error {
  override name = "NoHost" as const;
}

/**
 * Opens a socket to a public or allowed address, for whatever is not HTTP: the name is resolved once, and exactly what was
 * checked is dialled. Throws TargetRefused, NoHost, what the dialling throws, or the signal's reason.
 */
export async function guardedSocket(
  { host, port }: { host: string; port: number },
  { signal, allowedTargets = targetsOfSettings(), lookup = dnsLookup }: SocketOptions,
): Promise<Socket> {
  const name = hostNameOf(host);
  if (name === undefined) throw new NoHost("This is not the name or the address of a machine.");
  // Node asks no lookup about an address, so the check comes before.
  if (isIP(name) !== 0) await permittedAddresses(name, allowedTargets);
  signal.throwIfAborted();
  const socket = connect({
    host: name,
    port,
    signal,
    noDelay: true,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    lookup: checkedLookup(allowedTargets, lookup),
  });
  // Whoever uses the socket hears of errors, too; until then, and after, they must not end the process.
  socket.on("error", () => socket.destroy());
  try {
    await once(socket, "connect");
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
  return socket;
}

const LAST_WORDS_MS = 2_000;

/** Closes a socket that nobody needs any more, with a moment for what is still on its way. */
export function letGo(socket: Socket): void {
  socket.end();
  setTimeout(() => socket.destroy(), LAST_WORDS_MS).unref();
}
