import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";
import { idSchema, newId } from "@/lib/domain/ids";
import { sha256 } from "@/lib/platform/digest";
import { setDatabaseUrl } from "@/lib/platform/env";
import { commitDelivery, type NewDelivery } from "@/lib/stores/delivery-commits";

const Asked = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  workspaceId: idSchema("workspace"),
  endpointId: idSchema("endpoint"),
});
type Asked = z.infer<typeof Asked>;

/**
 * The yardstick: a process of node:http and nothing else that makes the same check of the signature over the raw bytes and
 * joins the same group commit, and answers once that is on disk. All that the door does beside shows in the difference.
 */
process.once("message", (message) => {
  const asked = Asked.parse(message);
  setDatabaseUrl(asked.databaseUrl);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      const isProven = isSigned(request, body, asked.secret);
      const delivery = deliveryOf(request, body, asked);
      if (isProven) await commitDelivery(delivery);
      const answer = JSON.stringify({ delivery: delivery.id });
      response.writeHead(isProven ? 202 : 401, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});

function isSigned({ headers }: IncomingMessage, body: Buffer, secret: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const signature = Buffer.from(String(headers["x-hub-signature-256"]));
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

function deliveryOf(request: IncomingMessage, body: Buffer, { workspaceId, endpointId }: Asked): NewDelivery {
  const nowMs = Date.now();
  const eventId = String(request.headers["x-github-delivery"]);
  return {
    id: newId("delivery", nowMs),
    workspaceId,
    endpointId,
    revision: 1,
    receivedAtMs: nowMs,
    durationMs: 0,
    method: "POST",
    path: "",
    query: "",
    address: "",
    headers: Object.entries(request.headers).map(([name, value]) => ({ name, value: String(value) })),
    contentType: "application/json",
    body,
    verdict: "accepted",
    reason: null,
    eventType: "push",
    eventId,
    status: 202,
    secretId: null,
    checks: [],
    dedupeKey: sha256(`${endpointId} ${eventId}`).toString("hex", 0, 16),
    dedupeUntilMs: nowMs + 1,
    runs: [],
  };
}
