"use client";

import { useEffect, useRef } from "react";
import { useFieldData } from "@/components/fields/field-data";
import { templateParts } from "@/components/fields/picker/placeholder";

type TemplateBoxProps = {
  id: string;
  /** What it is called, for the picker; and for screen readers when no label is for it. */
  label: string;
  isLabelled?: boolean;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  hintId?: string;
  isLong?: boolean;
  /** The picked value takes the place of everything, instead of going where the cursor is. */
  isWhole?: boolean;
};

/** Text with placeholders, which are marked. While it has the focus, the picker puts data into it. */
export function TemplateBox(props: TemplateBoxProps) {
  const {
    id,
    label,
    isLabelled = false,
    value,
    onChange,
    placeholder,
    hintId,
    isLong = false,
    isWhole = false,
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const { target, setTarget } = useFieldData();
  const isTarget = target?.id === id;
  const latestOnChange = useRef(onChange);
  useEffect(() => {
    latestOnChange.current = onChange;
  });
  // The picker must not keep filling a field that is gone.
  useEffect(() => () => setTarget((target) => (target?.id === id ? null : target)), [setTarget, id]);

  useEffect(() => {
    // The data opens beneath the form and takes some of its room.
    if (isTarget) area.current?.scrollIntoView({ block: "nearest" });
  }, [isTarget]);

  // The picker calls this much later: it has to find the text and the cursor as they are then.
  function insert(text: string) {
    if (!area.current) return;
    const { value: now, selectionStart, selectionEnd } = area.current;
    const before = isWhole ? "" : now.slice(0, selectionStart);
    latestOnChange.current(before + text + (isWhole ? "" : now.slice(selectionEnd)));
    const cursor = before.length + text.length;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(cursor, cursor);
    });
  }

  return (
    <div className={`box-input template-box ${isLong ? "is-long font-mono text-[0.8125rem]" : ""}`}>
      <div aria-hidden>
        {templateParts(value).map((part, index) =>
          part.isPlaceholder ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is where it is.
            <mark key={index}>{part.text}</mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is where it is.
            <span key={index}>{part.text}</span>
          ),
        )}
        {"\u200b"}
      </div>
      <textarea
        ref={area}
        id={id}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(isLong ? event.target.value : event.target.value.replaceAll(/[\r\n]+/g, " "))}
        onFocus={() => setTarget({ id, label, insert })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !isLong) event.preventDefault();
        }}
        {...(placeholder ? { placeholder } : {})}
        {...(isLabelled ? {} : { "aria-label": label })}
        {...(hintId ? { "aria-describedby": hintId } : {})}
      />
    </div>
  );
}
