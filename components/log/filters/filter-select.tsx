"use client";

import { ChevronDown } from "lucide-react";

type FilterSelectProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What it says when it filters nothing. */
  all: string;
  choices: readonly { value: string; name: string }[];
};

/** A filter with a few choices. The browser's own list: it works the same on a phone and by keyboard. */
export function FilterSelect({ label, value, onChange, all, choices }: FilterSelectProps) {
  return (
    <label className="relative block min-w-0">
      <span className="sr-only">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`h-9 w-full min-w-0 cursor-pointer appearance-none truncate rounded-xl border bg-(--field-background) pr-8 pl-3 text-sm hover:border-(--field-border-hover) ${value ? "border-accent font-medium" : "border-(--field-border)"}`}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-muted" />
    </label>
  );
}
