import { type KeyboardEvent, useId, useLayoutEffect, useRef } from "react";
import { countLines, newLine } from "@/components/fields/code/new-line";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";

const LINES = { min: 10, max: 24 };

/** Code, with its lines numbered. Enter keeps the line's indent; Tab goes on to the next field, as everywhere. */
export function CodeField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const gutter = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<number>(undefined);
  const text = asText(value);
  const count = countLines(text);

  useLayoutEffect(() => {
    if (cursor.current !== undefined) area.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = undefined;
  });

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const { value: now, selectionStart, selectionEnd } = event.currentTarget;
    const edited = newLine(now, selectionStart, selectionEnd);
    cursor.current = edited.cursor;
    onChange(edited.text);
  }

  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <div
        className="box-input code-box"
        style={{ height: `${Math.min(LINES.max, Math.max(LINES.min, count)) * 1.25 + 1}rem` }}
      >
        <div ref={gutter} aria-hidden className="code-gutter">
          {Array.from({ length: count }, (_, index) => index + 1).join("\n")}
        </div>
        <textarea
          ref={area}
          id={id}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onScroll={(event) => gutter.current?.scrollTo({ top: event.currentTarget.scrollTop })}
          {...(field.placeholder ? { placeholder: field.placeholder } : {})}
        />
      </div>
    </FieldFrame>
  );
}
