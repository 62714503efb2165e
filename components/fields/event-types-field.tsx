import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useFieldData } from "@/components/fields/field-data";
import { FieldFrame } from "@/components/fields/field-frame";
import { asList, asText, type FieldProps } from "@/components/fields/field-props";

const SUGGESTIONS_MAX = 8;

/** Types of events as chips: typed, or picked from what was seen. */
export function EventTypesField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const [draft, setDraft] = useState("");
  const { eventTypes } = useFieldData();
  const chosen = asList(value).map(asText).filter(Boolean);
  const suggestions = eventTypes.filter((type) => !chosen.includes(type)).slice(0, SUGGESTIONS_MAX);

  function add(text: string) {
    const fresh = text.split(/[,\s]+/).filter((type) => type !== "" && !chosen.includes(type));
    setDraft("");
    if (fresh.length > 0) onChange([...chosen, ...new Set(fresh)]);
  }

  function onKeyDown(event: KeyboardEvent) {
    if ((event.key === "Enter" || event.key === ",") && draft.trim()) {
      event.preventDefault();
      add(draft);
    } else if (event.key === "Backspace" && draft === "" && chosen.length > 0) {
      onChange(chosen.slice(0, -1));
    }
  }

  return (
    <FieldFrame htmlFor={id} label={field.label} isOptional help={field.help} problem={problem} hintId={`${id}-hint`}>
      <div className="box-input flex h-auto min-h-9 flex-wrap items-center gap-1.5 px-1.5 py-1">
        {chosen.map((type) => (
          <span
            key={type}
            className="flex h-6.5 items-center gap-0.5 rounded-md bg-accent-soft pl-2 font-mono text-accent-soft-foreground text-xs"
          >
            {type}
            <button
              type="button"
              aria-label={`Remove ${type}`}
              onClick={() => onChange(chosen.filter((other) => other !== type))}
              className="grid size-6 place-items-center rounded-md hover:bg-accent-soft-hover"
            >
              <X aria-hidden className="size-3" />
            </button>
          </span>
        ))}
        <input
          id={id}
          aria-describedby={`${id}-hint`}
          spellCheck={false}
          autoComplete="off"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(draft)}
          placeholder={chosen.length === 0 ? (field.placeholder ?? "") : ""}
          className="h-6.5 min-w-24 flex-1 bg-transparent px-1.5 outline-none! placeholder:text-field-placeholder"
        />
      </div>
      {suggestions.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-muted text-xs">Known here:</span>
          {suggestions.map((type) => (
            <button
              key={type}
              type="button"
              onClick={() => add(type)}
              className="flex h-6 items-center gap-1 rounded-md border border-border px-1.5 font-mono text-xs hover:border-focus"
            >
              <Plus aria-hidden className="size-3 text-muted" />
              {type}
            </button>
          ))}
        </div>
      ) : null}
    </FieldFrame>
  );
}
