import { createHmac, randomUUID } from "node:crypto";
import { type Answer, ingestDelivery, type Ring } from "@/lib/services/ingest-delivery";
import type { NewRun } from "@/lib/stores/delivery-commits";

type Sent = {
  url: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  method?: string;
  query?: string;
  nowMs?: number;
};

/** Rings an endpoint without a server in between. */
export async function ring({
  url,
  body = "{}",
  headers = {},
  method = "POST",
  query = "",
  nowMs = Date.now(),
}: Sent): Promise<Answer & { queued: NewRun[] }> {
  const queued: NewRun[] = [];
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const rung: Ring = {
    token: url.slice(url.lastIndexOf("/") + 1),
    method,
    path: "",
    query,
    headers: Object.entries({ "content-type": "application/json", ...headers }).map(([name, value]) => ({
      name,
      value,
    })),
    address: "192.0.2.1",
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
