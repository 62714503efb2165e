"use client";

import type { LucideIcon } from "lucide-react";
import { type Ref, useEffect, useEffectEvent, useState } from "react";

const PAUSE_MS = 350;

type FilterTextProps = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  icon?: LucideIcon;
  /** The key that leads here. */
  hotkey?: string;
  ref?: Ref<HTMLInputElement>;
};

/** A filter to type into. It takes effect when the typing pauses, and at once with Enter; Escape clears it. */
export function FilterText({ label, placeholder, value, onChange, icon: Icon, hotkey, ref }: FilterTextProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const commit = useEffectEvent((next: string) => next.trim() !== value && onChange(next.trim()));

  // Somebody cleared or followed a link: what is in the URL holds.
  if (value !== seen) {
    setSeen(value);
    if (value !== text.trim()) setText(value);
  }

  useEffect(() => {
    const timer = setTimeout(() => commit(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <label className="relative block min-w-0">
      <span className="sr-only">{label}</span>
      {Icon ? <Icon aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" /> : null}
      <input
        ref={ref}
        type="search"
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && text.trim() !== value) onChange(text.trim());
          if (event.key === "Escape") setText("");
        }}
        className={`h-9 w-full min-w-0 rounded-xl border bg-(--field-background) text-sm placeholder:text-(--field-placeholder) hover:border-(--field-border-hover) ${Icon ? "pl-9" : "pl-3"} ${hotkey ? "pr-9" : "pr-3"} ${value ? "border-accent" : "border-(--field-border)"}`}
      />
      {hotkey && !text ? (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-2 right-2.5 hidden rounded-md border border-border px-1.5 text-[0.6875rem] text-muted leading-[1.1rem] pointer-fine:md:block"
        >
          {hotkey}
        </kbd>
      ) : null}
    </label>
  );
}
