import { createHmac, randomUUID } from "node:crypto";
import { ingestDelivery, type Ring } from "@/lib/services/ingest-delivery";
import type { Answer } from "@/lib/services/write-answer";
import type { NewRun } from "@/lib/stores/delivery-commits";

type Sent = Partial<Pick<Ring, "query" | "address" | "isHttps" | "isFromProxy" | "method">> & {
  url: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  /** When it arrives. */
  nowMs?: number;
};

/** Rings an endpoint without a server in between. */
export async function ring(sent: Sent): Promise<Answer & { queued: NewRun[] }> {
  const { url, body = "{}", headers = {}, query = "", nowMs = Date.now() } = sent;
  const queued: NewRun[] = [];
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const rung: Ring = {
    token: url.slice(url.lastIndexOf("/") + 1),
    method: sent.method ?? "POST",
    path: "",
    query,
    headers: Object.entries({ "content-type": "application/json", ...headers }).map(([name, value]) => ({
      name,
      value,
    })),
    address: sent.address ?? "192.0.2.1",
    isHttps: sent.isHttps ?? false,
    isFromProxy: sent.isFromProxy ?? false,
    url: query === "" ? url : `${url}?${query}`,
    readBody: async (bytesMax) => (bytes.length > bytesMax ? null : bytes),
  };
  const answer = await ingestDelivery(rung, { onQueued: (runs) => queued.push(...runs), nowMs });
  return { ...answer, queued };
}

/** A push as GitHub signs it. */
export function signedPush(secret: string, body: string, id: string = randomUUID()): Record<string, string> {
  return {
    "x-github-event": "push",
    "x-github-delivery": id,
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  };
}
