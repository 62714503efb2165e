import type { Delivery } from "@/lib/domain/deliveries/delivery";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";

type Arrived = Pick<
  Delivery,
  "method" | "path" | "query" | "headers" | "contentType" | "eventType" | "eventId" | "receivedAt" | "address"
>;

/** What templates see of a delivery as `trigger`. Of a header that came several times, the first value. */
export function triggerOf(delivery: Arrived, bytes: Uint8Array): Record<string, unknown> {
  const { method, path, contentType, eventType, eventId, receivedAt, address } = delivery;
  const parsed = parseBody(bytes, contentType);
  const headers = Object.entries(groupHeaders(delivery.headers)).map(([name, values]) => [name, values[0] ?? ""]);
  return {
    // What is not what its content type says was let in as text.
    body: parsed.ok ? parsed.value : new TextDecoder().decode(bytes),
    headers: Object.fromEntries(headers),
    query: Object.fromEntries(new URLSearchParams(delivery.query)),
    ...{ method, path, contentType, eventType, eventId, receivedAt, address },
  };
}
