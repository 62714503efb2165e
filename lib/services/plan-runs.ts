import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { newId } from "@/lib/domain/ids";
import type { NewRun } from "@/lib/stores/delivery-commits";
import type { RungEndpoint } from "@/lib/stores/rung-endpoints";

/** One run for each webhook node that listens; those that are not for this event are kept, with the reason. */
export function planRuns(
  subscriptions: RungEndpoint["subscriptions"],
  eventType: string | null,
  nowMs: number,
): NewRun[] {
  return subscriptions.map(({ workflowId, nodeId, version, eventTypes, workflowStatus }) => {
    const error = reasonToFilter({ eventTypes, eventType, isPaused: workflowStatus === "paused" });
    return { id: newId("run", nowMs), workflowId, version, nodeId, status: error ? "filtered" : "queued", error };
  });
}

type Listening = { eventTypes: string[]; eventType: string | null; isPaused: boolean };

function reasonToFilter({ eventTypes, eventType, isPaused }: Listening): string | null {
  if (isPaused) return "The workflow is paused.";
  if (matchesEventType(eventTypes, eventType)) return null;
  const came = eventType === null ? "an event without a type" : `“${storableText(eventType, 200)}”`;
  return `The workflow starts on ${eventTypes.join(", ")}; this was ${came}.`;
}
