import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { RelativeTime } from "@/components/ui/relative-time";

/** Says whether the data at hand really arrived, or is only a sample. */
export function EventTag({ event }: { event: EventAtHand }) {
  if (event.origin === "sample") {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        <span className="rounded-md bg-wait-soft px-1.5 font-medium text-wait leading-5">sample</span>
        {event.name}
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <span className="rounded-md bg-good-soft px-1.5 font-medium text-good leading-5">latest</span>
      <span className="font-mono">{event.name}</span>
      {event.receivedAt ? <RelativeTime at={event.receivedAt} /> : null}
    </span>
  );
}

/** The same in words, as in “The latest delivery: push”. */
export function eventName({ origin, name }: EventAtHand): string {
  return origin === "delivery" ? `The latest delivery: ${name}` : `A sample: ${name}`;
}
