"use client";

import { useId, useState } from "react";
import { type TimeUnit, UNIT_SECONDS, unitOf } from "@/components/editor/settings/time-unit";
import { BoundedNumber } from "@/components/fields/bounded-number";
import { SelectBox } from "@/components/fields/select-box";

type PeriodFieldProps = {
  label: string;
  help: string;
  /** In seconds. */
  value: number;
  secondsMax: number;
  onChange: (seconds: number) => void;
};

const UNITS = (["seconds", "minutes", "hours", "days"] as const).map((unit) => ({ value: unit, label: unit }));

/** A length of time, as a number and its unit. The unit stays as it was chosen while the number changes. */
export function PeriodField({ label, help, value, secondsMax, onChange }: PeriodFieldProps) {
  const id = useId();
  const [chosen, setChosen] = useState<TimeUnit>(() => unitOf(value));
  // Whatever came from elsewhere, such as an undo, may not be whole in the unit that was chosen.
  const unit = value % UNIT_SECONDS[chosen] === 0 ? chosen : unitOf(value);
  const seconds = UNIT_SECONDS[unit];

  function changeUnit(next: string) {
    const to = UNITS.find((choice) => choice.value === next)?.value ?? unit;
    setChosen(to);
    onChange(Math.min(Math.floor(secondsMax / UNIT_SECONDS[to]), value / seconds) * UNIT_SECONDS[to]);
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] items-start gap-2">
      <BoundedNumber
        label={label}
        help={help}
        value={value / seconds}
        bounds={{ min: 1, max: Math.floor(secondsMax / seconds) }}
        isWhole
        onChange={(amount) => onChange(amount * seconds)}
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="font-medium text-sm">
          Unit<span className="sr-only"> of “{label}”</span>
        </label>
        <SelectBox
          id={id}
          value={unit}
          onChange={changeUnit}
          choices={UNITS.filter((choice) => UNIT_SECONDS[choice.value] <= secondsMax)}
        />
      </div>
    </div>
  );
}
