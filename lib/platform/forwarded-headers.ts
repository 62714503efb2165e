import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import { clientAddress, isTrustedProxy, listValues } from "@/lib/platform/client-address";

/**
 * Rewrites a request's forwarding headers so that whoever reads them later can believe them: what a trusted proxy said,
 * and otherwise what the connection itself tells.
 */
export function believeOnlyProxies(request: IncomingMessage, trustedProxies: string[]): { isHttps: boolean } {
  const { headers, socket } = request;
  const peer = socket.remoteAddress ?? "";
  const isBelieved = isTrustedProxy(peer, trustedProxies);
  const address = clientAddress(peer, headers["x-forwarded-for"], trustedProxies);
  const isHttps = cameOverHttps(request, isBelieved);
  const host = (isBelieved ? listValues(headers["x-forwarded-host"]).at(-1) : undefined) ?? headers.host;

  headers["x-forwarded-for"] = address;
  headers["x-forwarded-proto"] = isHttps ? "https" : "http";
  if (host === undefined) delete headers["x-forwarded-host"];
  else headers["x-forwarded-host"] = host;
  for (const name of ["forwarded", "x-forwarded-port", "x-real-ip"]) delete headers[name];
  return { isHttps };
}

/** Whether a request came over https: as a trusted proxy says, or the connection itself. */
export function cameOverHttps({ headers, socket }: IncomingMessage, isFromProxy: boolean): boolean {
  const proto = isFromProxy ? listValues(headers["x-forwarded-proto"]).at(-1) : undefined;
  return proto ? proto === "https" : socket instanceof TLSSocket;
}
