import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import type { BatchItem } from "@/lib/domain/deliveries/split-batch";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { type Id, newId } from "@/lib/domain/ids";
import { dedupeKeyOf } from "@/lib/services/dedupe-key";
import type { NewRun } from "@/lib/stores/delivery-commits";
import type { RungEndpoint } from "@/lib/stores/rung-endpoints";

type Listening = Pick<RungEndpoint, "id" | "subscriptions">;

type Came = {
  eventType: string | null;
  /** The events of a delivery that carries several, where each is to run for itself. */
  items: BatchItem[];
  nowMs: number;
};

/** One run for each webhook node that listens and each event; those that are not for it are kept, with the reason. */
export function planRuns({ id, subscriptions }: Listening, { eventType, items, nowMs }: Came): NewRun[] {
  if (items.length === 0) {
    const whole = { item: null, dedupeKey: null };
    return subscriptions.map((subscription) => ({ ...planRun(subscription, eventType, nowMs), ...whole }));
  }
  return items.flatMap(({ index: item, eventType: itemType, eventId }) => {
    const dedupeKey = eventId === null ? null : itemKey(id, eventId);
    return subscriptions.map((subscription) => ({
      ...planRun(subscription, itemType ?? eventType, nowMs),
      item,
      dedupeKey,
    }));
  });
}

/** Never the same as a whole delivery's, whose id an item may share. */
function itemKey(endpointId: Id<"endpoint">, eventId: string): string {
  return dedupeKeyOf(endpointId, `item ${eventId}`);
}

function planRun(
  { workflowId, nodeId, version, eventTypes, workflowStatus }: RungEndpoint["subscriptions"][number],
  eventType: string | null,
  nowMs: number,
): Omit<NewRun, "item" | "dedupeKey"> {
  const error = reasonToFilter({ eventTypes, eventType, isPaused: workflowStatus === "paused" });
  return { id: newId("run", nowMs), workflowId, version, nodeId, status: error ? "filtered" : "queued", error };
}

type Wanted = { eventTypes: string[]; eventType: string | null; isPaused: boolean };

function reasonToFilter({ eventTypes, eventType, isPaused }: Wanted): string | null {
  if (isPaused) return "The workflow is paused.";
  if (matchesEventType(eventTypes, eventType)) return null;
  const came = eventType === null ? "an event without a type" : `“${storableText(eventType, 200)}”`;
  return `The workflow starts on ${eventTypes.join(", ")}; this was ${came}.`;
}
