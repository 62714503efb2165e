import { useId } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asRecord, asText, type FieldProps } from "@/components/fields/field-props";
import { readNumber } from "@/components/fields/number-field";
import { SelectBox } from "@/components/fields/select-box";

const UNITS = ["seconds", "minutes", "hours", "days"].map((unit) => ({ value: unit, label: unit }));

/** A stretch of time: how many, of what. */
export function DurationField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const duration = asRecord(value ?? field.default);
  const unit = asText(duration["unit"]) || "minutes";
  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2">
        <input
          id={id}
          className="box-input"
          inputMode="decimal"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          placeholder={field.placeholder ?? "5"}
          value={asText(duration["amount"])}
          onChange={(event) => onChange({ amount: readNumber(event.target.value), unit })}
        />
        <SelectBox
          aria-label={`Unit of ${field.label}`}
          value={unit}
          onChange={(next) => onChange({ amount: duration["amount"] ?? "", unit: next })}
          choices={UNITS}
        />
      </div>
    </FieldFrame>
  );
}
