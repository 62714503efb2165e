"use client";

import { placesText } from "@/components/catalog/place-words";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import type { EventDraft } from "@/components/endpoints/options/events/event-draft";
import { PlaceInput } from "@/components/endpoints/options/events/place-input";
import { pathsIn, seenByPlaces } from "@/components/endpoints/options/events/seen-in-event";
import type { OptionsForm } from "@/components/endpoints/options/use-options-form";
import type { Source } from "@/lib/catalog/sources/define-source";

type EventPlaceFieldsProps = { form: OptionsForm<EventDraft>; source: Source | undefined; event: EventAtHand | null };

/** Where an event's type and id stand, where that is not as the source has it. */
export function EventPlaceFields({ form, source, event }: EventPlaceFieldsProps) {
  const { draft, set, errorAt } = form;
  const seen = event ? seenByPlaces(event, source, draft) : undefined;
  const suggestions = event ? pathsIn(event) : [];
  return (
    <>
      <PlaceInput
        label="Where the event's type stands"
        isOptional
        placeholder="data.type"
        value={draft.eventTypePath}
        onChange={(eventTypePath) => set({ eventTypePath })}
        help={helpFor(source ? placesText(source.event.type) : "")}
        suggestions={suggestions}
        event={event}
        seen={seen?.eventType}
        error={errorAt("eventTypePath")}
      />
      <PlaceInput
        label="Where the event's id stands"
        isOptional
        placeholder="data.id"
        value={draft.eventIdPath}
        onChange={(eventIdPath) => set({ eventIdPath })}
        help={helpFor(source ? placesText(source.event.id) : "")}
        suggestions={suggestions}
        event={event}
        seen={seen?.eventId}
        error={errorAt("eventIdPath")}
      />
    </>
  );
}

function helpFor(usual: string): string {
  return usual ? `A path in the body. Empty: ${usual}.` : "A path in the body. Empty: none is looked for.";
}
