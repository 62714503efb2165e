"use client";

import type { WindowUnit } from "@/components/endpoints/options/events/dedupe-draft";
import { ChoiceInput } from "@/components/ui/choice-input";
import { TextInput } from "@/components/ui/text-input";

const UNITS: { value: WindowUnit; label: string }[] = [
  { value: "minutes", label: "Minutes" },
  { value: "hours", label: "Hours" },
  { value: "days", label: "Days" },
];

type WindowInputProps = {
  value: string;
  unit: WindowUnit;
  onChange: (change: { window?: string; unit?: WindowUnit }) => void;
  error: string | undefined;
};

/** For how long after an event another is taken for its repeat. */
export function WindowInput({ value, unit, onChange, error }: WindowInputProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3">
      <TextInput
        label="For how long"
        isOptional
        type="number"
        inputMode="decimal"
        placeholder="3"
        value={value}
        onChange={(window) => onChange({ window })}
        help="From 1 minute to 30 days after the first. Empty: 3 days."
        error={error}
      />
      <ChoiceInput
        label="Unit"
        value={unit}
        onChange={(next) => onChange({ unit: UNITS.find(({ value }) => value === next)?.value ?? "days" })}
        choices={UNITS}
      />
    </div>
  );
}
