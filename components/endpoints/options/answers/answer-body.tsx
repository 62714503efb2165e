"use client";

import { useEffect, useId, useMemo, useRef } from "react";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { EventTag, eventName } from "@/components/deliveries/sample/event-tag";
import type { AnswerDraft } from "@/components/endpoints/options/answers/answer-draft";
import { AnswerPreview } from "@/components/endpoints/options/answers/answer-preview";
import { previewAnswer } from "@/components/endpoints/options/answers/preview-answer";
import { FieldDataProvider, useFieldData } from "@/components/fields/field-data";
import { FieldFrame } from "@/components/fields/field-frame";
import { DataPicker } from "@/components/fields/picker/data-picker";
import { triggerGroups } from "@/components/fields/picker/trigger-groups";
import { TemplateBox } from "@/components/fields/template-box";
import "@/components/fields/fields.css";

type AnswerBodyProps = {
  draft: AnswerDraft;
  onChange: (change: Partial<AnswerDraft>) => void;
  event: EventAtHand | null;
  error: string | undefined;
};

/** The text of an answer, data to click into it, and what the sender gets with the event at hand. */
export function AnswerBody({ draft, onChange, event, error }: AnswerBodyProps) {
  const trigger = event?.trigger;
  const { rung, about } = useMemo(() => triggerGroups(trigger ?? {}), [trigger]);
  const preview = useMemo(() => trigger && previewAnswer(draft, trigger), [draft, trigger]);
  const scope = useMemo(() => ({ trigger: trigger ?? {}, steps: {} }), [trigger]);
  const groups = useMemo(() => [rung, about], [rung, about]);

  return (
    <FieldDataProvider scope={scope} groups={groups} origin={event && eventName(event)} eventTypes={[]}>
      <BodyBox value={draft.body} onChange={(body) => onChange({ body })} error={error} />
      <AnswerPreview preview={preview} event={event} />
      {event ? <DataToClick event={event} /> : null}
    </FieldDataProvider>
  );
}

type BodyBoxProps = { value: string; onChange: (body: string) => void; error: string | undefined };

function BodyBox({ value, onChange, error }: BodyBoxProps) {
  const id = useId();
  const { setTarget } = useFieldData();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the text closes the data beneath it.
    <div onKeyDown={(event) => event.key === "Escape" && setTarget(null)}>
      <FieldFrame
        htmlFor={id}
        label="Body"
        isOptional
        help="In JSON, values are escaped by themselves. Empty: no body."
        problem={error}
        hintId={`${id}-hint`}
      >
        <TemplateBox
          id={id}
          label="Body"
          isLabelled
          isLong
          value={value}
          onChange={onChange}
          placeholder={'{ "received": true }'}
          hintId={`${id}-hint`}
        />
      </FieldFrame>
    </div>
  );
}

/** The data to click into the text, once that has the focus. */
function DataToClick({ event }: { event: EventAtHand }) {
  const { target } = useFieldData();
  const panel = useRef<HTMLDivElement>(null);
  const isOpen = target !== null;
  useEffect(() => {
    if (isOpen) panel.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <div
      ref={panel}
      className="flex h-72 scroll-mb-24 animate-arrive flex-col overflow-hidden rounded-xl border border-border bg-surface-secondary"
    >
      <DataPicker note={<EventTag event={event} />} />
    </div>
  );
}
