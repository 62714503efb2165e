import { cn } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import type { Choice } from "@/lib/domain/forms/field";

type SelectBoxProps = Omit<ComponentProps<"select">, "onChange" | "value"> & {
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
  /** Said while nothing is chosen. */
  placeholder?: string;
};

/** One of a few. The browser's own list: it works the same on a phone and by keyboard. */
export function SelectBox({ value, onChange, choices, placeholder, className, ...select }: SelectBoxProps) {
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <span className={cn("relative block min-w-0", className)}>
      <select
        {...select}
        value={isKnown ? value : ""}
        onChange={(event) => onChange(event.target.value)}
        className={`box-input cursor-pointer appearance-none truncate pr-8 ${isKnown ? "" : "text-field-placeholder"}`}
      >
        {isKnown ? null : (
          <option value="" disabled>
            {value || placeholder || "Choose…"}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} className="text-foreground">
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-muted" />
    </span>
  );
}
