import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DedupeRule, dedupeSubject } from "@/lib/domain/deliveries/dedupe-rule";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import { groupHeaders } from "@/lib/domain/deliveries/read-headers";
import { splitBatch } from "@/lib/domain/deliveries/split-batch";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";
import { sha256 } from "@/lib/platform/digest";
import { announceDelivery, announceQueued } from "@/lib/services/announce";
import { DEDUPE_WINDOW_MS, dedupeKeyOf } from "@/lib/services/dedupe-key";
import { found } from "@/lib/services/found";
import { planRuns } from "@/lib/services/plan-runs";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";
import { findEndpoint, type StoredEndpoint } from "@/lib/stores/endpoints";
import { acceptLate, type LateAcceptance } from "@/lib/stores/late-acceptance";
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
  const value = parsed.ok ? parsed.value : null;
  const event = readEvent(eventPlaces(source?.event, endpoint.options), { headers, body: value });
  const eventType = delivery.eventType ?? (event.eventType ? storableText(event.eventType, 200) : null);
  const eventId = delivery.eventId ?? (event.eventId ? storableText(event.eventId, 200) : null);
  const subscriptions = await findSubscriptions(workspaceId, endpoint.id);
  const { batch } = source ?? {};
  const items =
    batch && endpoint.options["batch"] === "items" && parsed.ok
      ? splitBatch(batch, { headers, body: value }).items
      : [];
  const runs = planRuns({ id: endpoint.id, subscriptions }, { eventType, items, nowMs });
  const isTaken = await acceptLate(workspaceId, id, {
    eventType,
    eventId,
    ...dedupeOf(endpoint, { eventId, headers, body: value, bytes }, nowMs),
    runs,
  });
  if (!isTaken) throw new DoorbellError("conflict", "Only what was refused or is held can be processed.");
  announceDelivery({ id, workspaceId, endpointId: endpoint.id }, "accepted");
  announceQueued();
  return { runs: runs.filter(({ status }) => status === "queued").length };
}

type Arrival = Omit<Parameters<typeof dedupeSubject>[1], "hash">;

/** By what the event is known when it comes again, and for how long, as the endpoint says now. */
function dedupeOf(
  { id, options }: StoredEndpoint,
  arrival: Arrival,
  nowMs: number,
): Pick<LateAcceptance, "dedupeKey" | "dedupeUntilMs"> {
  const rule = DedupeRule.safeParse(options["dedupe"]).data;
  const hash = (bytes: Uint8Array) => sha256(bytes).toString("hex");
  const subject = rule ? dedupeSubject(rule, { ...arrival, hash }) : arrival.eventId;
  return {
    dedupeKey: subject === null ? null : dedupeKeyOf(id, subject),
    dedupeUntilMs: nowMs + (rule ? rule.windowSeconds * 1_000 : DEDUPE_WINDOW_MS),
  };
}
