"use client";

import { cn } from "@heroui/react";
import { useId } from "react";

type ChoiceProps<Option extends string> = {
  label: string;
  options: readonly Option[];
  value: Option;
  onChange: (option: Option) => void;
};

/** One of a few ways to look at the same thing. */
export function Choice<Option extends string>({ label, options, value, onChange }: ChoiceProps<Option>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="inline-flex rounded-xl bg-default p-0.5">
      {options.map((option) => (
        <label
          key={option}
          className={cn(
            "cursor-pointer rounded-[0.625rem] px-3 py-1 font-medium text-[0.8125rem] has-focus-visible:outline-2 has-focus-visible:outline-focus",
            option === value ? "bg-segment text-foreground shadow-sm" : "text-muted hover:text-foreground",
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {option}
        </label>
      ))}
    </div>
  );
}
