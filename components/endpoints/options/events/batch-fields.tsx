"use client";

import type { EventDraft } from "@/components/endpoints/options/events/event-draft";
import { ChoiceCards } from "@/components/ui/choice-cards";

const CHOICES = [
  {
    value: "whole",
    title: "One run for the whole delivery",
    help: "Workflows see the request as it came, with the list of events in it.",
  },
  {
    value: "items",
    title: "One run per event",
    help: "Workflows see one event at a time, each by its own type and id, up to 1,000 of a delivery.",
  },
] as const;

type BatchFieldsProps = { value: EventDraft["batch"]; onChange: (batch: EventDraft["batch"]) => void };

/** Whether the events of one delivery run together. */
export function BatchFields({ value, onChange }: BatchFieldsProps) {
  return (
    <ChoiceCards
      label="Several events in one delivery"
      isLabelHidden
      value={value}
      onChange={(batch) => onChange(batch === "items" ? "items" : "whole")}
      choices={CHOICES}
    />
  );
}
