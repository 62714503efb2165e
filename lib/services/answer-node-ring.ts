import type { IncomingMessage, ServerResponse } from "node:http";
import type { Header } from "@/lib/domain/deliveries/delivery";
import { parseHookPath } from "@/lib/domain/deliveries/parse-hook-path";
import { clientAddress, isTrustedProxy } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { cameOverHttps } from "@/lib/platform/forwarded-headers";
import { readNodeBody } from "@/lib/platform/node-body";
import { answerRing } from "@/lib/services/answer-ring";
import { requestUrl } from "@/lib/services/request-url";
import type { NewRun } from "@/lib/stores/delivery-commits";

/**
 * The fast way in: straight from node's server to the service that Next's route calls, too. Here and in what every ring
 * passes, objects are written out rather than spread: V8 makes a new hidden class for each spread that goes on with more
 * properties, which once was a third of the door's work.
 */
export async function answerNodeRing(
  request: IncomingMessage,
  response: ServerResponse,
  onQueued: (runs: NewRun[]) => void,
): Promise<void> {
  const pathAndQuery = request.url ?? "";
  const peer = request.socket.remoteAddress ?? "";
  const isFromProxy = isTrustedProxy(peer, env().TRUSTED_PROXIES);
  const { token, path, query } = parseHookPath(pathAndQuery) ?? NOWHERE;
  const { status, headers, body } = await answerRing(
    {
      token,
      path,
      query,
      method: request.method ?? "GET",
      headers: pairHeaders(request.rawHeaders),
      address: clientAddress(peer, request.headers["x-forwarded-for"], env().TRUSTED_PROXIES),
      isHttps: cameOverHttps(request, isFromProxy),
      isFromProxy,
      url: requestUrl(request.headers.host ?? "localhost", pathAndQuery),
      readBody: (bytesMax) => readNodeBody(request, bytesMax),
    },
    onQueued,
  );
  headers["content-length"] = String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(body);
}

const NOWHERE = { token: "", path: "", query: "" };

function pairHeaders(rawHeaders: string[]): Header[] {
  const headers: Header[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push({ name: rawHeaders[at] ?? "", value: rawHeaders[at + 1] ?? "" });
  }
  return headers;
}
