"use client";

import { placesText } from "@/components/catalog/place-words";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { DedupeCatch } from "@/components/endpoints/options/events/dedupe-catch";
import type { EventDraft } from "@/components/endpoints/options/events/event-draft";
import { PlaceInput } from "@/components/endpoints/options/events/place-input";
import { headersIn, pathsIn, seenAtPath, seenInHeader } from "@/components/endpoints/options/events/seen-in-event";
import { WindowInput } from "@/components/endpoints/options/events/window-input";
import type { OptionsForm } from "@/components/endpoints/options/use-options-form";
import { type ChoiceCard, ChoiceCards } from "@/components/ui/choice-cards";
import type { Source } from "@/lib/catalog/sources/define-source";
import { DedupeRule } from "@/lib/domain/deliveries/dedupe-rule";
import { eventPlaces } from "@/lib/domain/deliveries/event-places";

type DedupeFieldsProps = { form: OptionsForm<EventDraft>; source: Source | undefined; event: EventAtHand | null };

/** What makes two deliveries the same event, and for how long after the first one. */
export function DedupeFields({ form, source, event }: DedupeFieldsProps) {
  const { draft, set, errorAt } = form;
  const { dedupe } = draft;
  const change = (part: Partial<typeof dedupe>) => set({ dedupe: { ...dedupe, ...part } });
  const idPlace = placesText(eventPlaces(source?.event, { eventIdPath: draft.eventIdPath.trim() || undefined }).id);
  const isEverRepeated = dedupe.by !== "none" && (dedupe.by !== "event-id" || idPlace !== "");

  return (
    <>
      <ChoiceCards
        label="What makes two deliveries the same event"
        isLabelHidden
        value={dedupe.by}
        onChange={(by) => change({ by: DedupeRule.shape.by.parse(by) })}
        choices={choices(idPlace)}
      />
      {dedupe.by === "path" ? (
        <PlaceInput
          label="Which field"
          value={dedupe.path}
          onChange={(path) => change({ path })}
          placeholder="data.id"
          help="Choose one that is different for every event. A delivery without it always counts."
          suggestions={event ? pathsIn(event) : []}
          event={event}
          seen={event ? seenAtPath(event, dedupe.path) : undefined}
          error={errorAt("dedupe.path")}
        />
      ) : null}
      {dedupe.by === "header" ? (
        <PlaceInput
          label="Which header"
          value={dedupe.header}
          onChange={(header) => change({ header })}
          placeholder="x-event-id"
          help="Choose one that is different for every event. A delivery without it always counts."
          suggestions={event ? headersIn(event) : []}
          event={event}
          seen={event ? seenInHeader(event, dedupe.header) : undefined}
          error={errorAt("dedupe.header")}
        />
      ) : null}
      <DedupeCatch by={dedupe.by} isIdKnown={idPlace !== ""} sender={source?.docsUrl ? source.name : "The sender"} />
      {isEverRepeated ? (
        <WindowInput
          value={dedupe.window}
          unit={dedupe.unit}
          onChange={change}
          error={errorAt("dedupe.windowSeconds")}
        />
      ) : null}
    </>
  );
}

function choices(idPlace: string): ChoiceCard[] {
  return [
    {
      value: "event-id",
      title: "By the sender's own event id",
      help: idPlace ? `It stands here: ${idPlace}.` : "This sender gives its events none.",
    },
    { value: "path", title: "By a field in the body", help: "Such as an order's number." },
    { value: "header", title: "By a header", help: "Where the sender puts an id beside the body." },
    { value: "body", title: "By the whole body", help: "The very same bytes are the same event." },
    { value: "none", title: "Never: every delivery counts", help: "Nothing is taken for a repeat." },
  ];
}
