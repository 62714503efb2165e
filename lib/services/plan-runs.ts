import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import type { BatchItem } from "@/lib/domain/deliveries/split-batch";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { type Id, newId } from "@/lib/domain/ids";
import { laneOf } from "@/lib/domain/workflow/lane";
import { dedupeKeyOf } from "@/lib/services/dedupe-key";
import type { NewRun } from "@/lib/stores/delivery-commits";
import type { RungEndpoint } from "@/lib/stores/rung-endpoints";

type Listening = Pick<RungEndpoint, "id" | "workspaceId" | "subscriptions">;

type Came = {
  eventType: string | null;
  /** The events of a delivery that carries several, where each is to run for itself. */
  items: BatchItem[];
  /** Whether each of these events counts, also one that came before. */
  areAllNew: boolean;
  nowMs: number;
  /** What templates see of the delivery: read only where a key needs it. */
  trigger: () => Record<string, unknown>;
};

/** One run for each webhook node that listens and each event; those that are not for it are kept, with the reason. */
export function planRuns(
  { id, workspaceId, subscriptions }: Listening,
  { eventType, items, areAllNew, nowMs, trigger }: Came,
): NewRun[] {
  if (items.length === 0) {
    const whole = { workspaceId, eventType, item: null, dedupeKey: null, nowMs, trigger };
    return subscriptions.map((subscription) => planRun(subscription, whole));
  }
  return items.flatMap(({ index, value, eventType: itemType, eventId }) => {
    const dedupeKey = areAllNew || eventId === null ? null : itemKey(id, eventId);
    const event = {
      workspaceId,
      eventType: itemType ?? eventType,
      item: index,
      dedupeKey,
      nowMs,
      trigger: () => ({ ...trigger(), body: value }),
    };
    return subscriptions.map((subscription) => planRun(subscription, event));
  });
}

/** Never the same as a whole delivery's, whose id an item may share. */
function itemKey(endpointId: Id<"endpoint">, eventId: string): string {
  return dedupeKeyOf(endpointId, `item ${eventId}`);
}

type Planned = Pick<NewRun, "workspaceId" | "item" | "dedupeKey"> & Pick<Came, "eventType" | "nowMs" | "trigger">;

function planRun(
  { workflowId, nodeId, version, eventTypes, workflowStatus, concurrency }: RungEndpoint["subscriptions"][number],
  { workspaceId, eventType, item, dedupeKey, nowMs, trigger }: Planned,
): NewRun {
  const error = reasonToFilter({ eventTypes, eventType, isPaused: workflowStatus === "paused" });
  const status = error ? "filtered" : "queued";
  const lane = error === null ? laneOf(workflowId, concurrency, trigger) : null;
  return { id: newId("run", nowMs), workspaceId, workflowId, version, nodeId, item, dedupeKey, status, error, lane };
}

type Wanted = { eventTypes: string[]; eventType: string | null; isPaused: boolean };

function reasonToFilter({ eventTypes, eventType, isPaused }: Wanted): string | null {
  if (isPaused) return "The workflow is paused.";
  if (matchesEventType(eventTypes, eventType)) return null;
  const came = eventType === null ? "an event without a type" : `“${storableText(eventType, 200)}”`;
  return `The workflow starts on ${eventTypes.join(", ")}; this was ${came}.`;
}
