import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { splitBatch } from "@/lib/domain/deliveries/split-batch";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { announceDelivery, announceQueued } from "@/lib/services/announce";
import { DEDUPE_WINDOW_MS, dedupeKeyOf } from "@/lib/services/dedupe-key";
import { found } from "@/lib/services/found";
import { planRuns } from "@/lib/services/plan-runs";
import { offerLate } from "@/lib/services/settle-waits";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";
import { findEndpoint } from "@/lib/stores/endpoints";
import { acceptLate } from "@/lib/stores/late-acceptance";
import { findSubscriptions } from "@/lib/stores/rung-endpoints";

/** Lets in a delivery that was refused or is held, as if it had been accepted when it came. Tells how many runs begin. */
export async function processDelivery(actor: Actor, id: Id<"delivery">, nowMs = Date.now()): Promise<{ runs: number }> {
  authorize(actor, "delivery:process");
  const { workspaceId } = actor;
  const delivery = found(await findDelivery(workspaceId, id), "delivery");
  const endpoint = found(await findEndpoint(workspaceId, delivery.endpointId), "endpoint");
  const bytes = found(await findDeliveryBody(workspaceId, id), "delivery");
  const body = await unpackedBody(delivery.headers, bytes);
  const parsed = parseBody(body, delivery.contentType);
  const source = findSource(endpoint.source);
  const headers = groupHeaders(delivery.headers);
  const event = readEvent(eventPlaces(source?.event, endpoint.options), {
    headers,
    body: parsed.ok ? parsed.value : null,
  });
  const eventType = delivery.eventType ?? (event.eventType ? storableText(event.eventType, 200) : null);
  const eventId = delivery.eventId ?? (event.eventId ? storableText(event.eventId, 200) : null);
  const subscriptions = await findSubscriptions(workspaceId, endpoint.id);
  const { batch } = source ?? {};
  const items =
    batch && endpoint.options["batch"] === "items" && parsed.ok
      ? splitBatch(batch, { headers, body: parsed.value }).items
      : [];
  const runs = planRuns({ id: endpoint.id, subscriptions }, { eventType, items, nowMs });
  const isTaken = await acceptLate(workspaceId, id, {
    eventType,
    eventId,
    dedupeKey: eventId === null ? null : dedupeKeyOf(endpoint.id, eventId),
    dedupeUntilMs: nowMs + DEDUPE_WINDOW_MS,
    runs,
  });
  if (!isTaken) throw new DoorbellError("conflict", "Only what was refused or is held can be processed.");
  const { headers: sent, contentType } = delivery;
  await offerLate(workspaceId, endpoint.id, { id, eventType, contentType, headers: sent, body: bytes });
  announceDelivery({ id, workspaceId, endpointId: endpoint.id }, "accepted");
  announceQueued();
  return { runs: runs.filter(({ status }) => status === "queued").length };
}
