"use client";

import type { ReactNode } from "react";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { TextInput } from "@/components/ui/text-input";

type PlaceInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help: ReactNode;
  placeholder: string;
  /** Places that the event at hand has. */
  suggestions: readonly string[];
  event: EventAtHand | null;
  /** What stands there in the event at hand. */
  seen: string | undefined;
  error: string | undefined;
  isOptional?: boolean;
};

/** Where something stands in a request, to be typed or chosen, and what the event at hand has there. */
export function PlaceInput({ help, event, seen, ...input }: PlaceInputProps) {
  return (
    <TextInput
      {...input}
      isMono
      autoComplete="off"
      spellCheck="false"
      help={
        <>
          {help}
          {event ? <Seen event={event} text={seen} isAsked={input.value.trim() !== ""} /> : null}
        </>
      }
    />
  );
}

type SeenProps = { event: EventAtHand; text: string | undefined; isAsked: boolean };

function Seen({ event, text, isAsked }: SeenProps) {
  const where = event.origin === "delivery" ? "In the latest delivery" : `In the sample “${event.name}”`;
  if (text !== undefined) {
    return (
      <span className="wrap-anywhere mt-0.5 block">
        {where}: <code className="rounded bg-good-soft px-1 font-mono text-good">{text}</code>
      </span>
    );
  }
  return isAsked ? <span className="mt-0.5 block text-warn">{where} no text or number stands there.</span> : null;
}
