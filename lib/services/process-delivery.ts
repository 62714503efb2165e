import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import { checkBody } from "@/lib/domain/deliveries/parse-body";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { triggerOf } from "@/lib/domain/deliveries/trigger-of";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { announceDelivery, announceQueued } from "@/lib/services/announce";
import { countsEach, dedupeKeyOf, dedupeUntilMs } from "@/lib/services/dedupe-key";
import { found } from "@/lib/services/found";
import { planRuns } from "@/lib/services/plan-runs";
import { type RecognizedEvent, recognizeEvent } from "@/lib/services/recognize-event";
import { offerLate } from "@/lib/services/settle-waits";
import { readStoredOptions } from "@/lib/services/stored-options";
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
  const options = readStoredOptions(endpoint.options) ?? {};
  const event = await recognize({ source: findSource(endpoint.source), options }, delivery, bytes);
  const { eventType, eventId, items } = event;
  const subscriptions = await findSubscriptions(workspaceId, endpoint.id);
  const body = await unpackedBody(delivery.headers, bytes);
  const runs = planRuns(
    { id: endpoint.id, workspaceId, subscriptions },
    { eventType, items, areAllNew: countsEach(options), nowMs, trigger: () => triggerOf(delivery, body) },
  );
  const isTaken = await acceptLate(workspaceId, id, {
    eventType,
    eventId,
    dedupeKey: event.dedupeSubject === null ? null : dedupeKeyOf(endpoint.id, event.dedupeSubject),
    dedupeUntilMs: dedupeUntilMs(options, nowMs),
    runs,
  });
  if (!isTaken) throw new DoorbellError("conflict", "Only what was refused or is held can be processed.");
  const { headers: sent, contentType } = delivery;
  await offerLate(workspaceId, endpoint.id, { id, eventType, contentType, headers: sent, body: bytes });
  announceDelivery({ id, workspaceId, endpointId: endpoint.id }, "accepted");
  announceQueued();
  return { runs: runs.filter(({ status }) => status === "queued").length };
}

/** As at the door, but that what was recognized then still holds. */
async function recognize(
  endpoint: Parameters<typeof recognizeEvent>[0],
  { headers, contentType, eventType, eventId }: Delivery,
  bytes: Uint8Array,
): Promise<RecognizedEvent> {
  const checked = checkBody(await unpackedBody(headers, bytes), contentType);
  const read = () => (checked.ok ? checked.read() : null);
  const event = recognizeEvent(endpoint, { headers: groupHeaders(headers), bytes, checked, read });
  return {
    ...event,
    eventType: eventType ?? (event.eventType && storableText(event.eventType, 200)),
    eventId: eventId ?? (event.eventId && storableText(event.eventId, 200)),
  };
}
