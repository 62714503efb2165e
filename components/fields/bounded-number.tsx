"use client";

import { useId, useState } from "react";

type BoundedNumberProps = {
  label: string;
  unit?: string;
  help: string;
  value: number;
  bounds: { min: number; max: number };
  isWhole?: boolean;
  onChange: (value: number) => void;
};

/** A number within bounds. What is typed stays as typed; only a number within the bounds is taken. */
export function BoundedNumber({ label, unit, help, value, bounds, isWhole = false, onChange }: BoundedNumberProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const isTaken = (text: string) => isWithin(text, bounds) && (!isWhole || Number.isInteger(Number(text)));
  const complaint = draft === undefined || isTaken(draft) ? undefined : rangeWords(bounds, isWhole);

  function take(text: string) {
    setDraft(text);
    if (isTaken(text)) onChange(Number(text));
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
        {unit ? <span className="font-normal text-muted"> ({unit})</span> : null}
      </label>
      <input
        id={id}
        inputMode="decimal"
        className="box-input"
        aria-describedby={`${id}-help`}
        aria-invalid={complaint !== undefined}
        value={draft ?? String(value)}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setDraft(undefined)}
      />
      <p id={`${id}-help`} className={`text-xs ${complaint ? "text-warn" : "text-muted"}`}>
        {complaint ?? help}
      </p>
    </div>
  );
}

function isWithin(text: string, { min, max }: { min: number; max: number }): boolean {
  const number = Number(text);
  return text.trim() !== "" && number >= min && number <= max;
}

function rangeWords({ min, max }: BoundedNumberProps["bounds"], isWhole: boolean): string {
  return `${isWhole ? "A whole number from" : "From"} ${min.toLocaleString("en")} to ${max.toLocaleString("en")}.`;
}
