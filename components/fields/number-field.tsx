import { useId } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";

/** A number; what is none yet stays text, and is told as a problem. */
export function NumberFieldInput({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <input
        id={id}
        className="box-input"
        inputMode="decimal"
        aria-describedby={`${id}-hint`}
        value={asText(value ?? field.default)}
        onChange={(event) => onChange(readNumber(event.target.value))}
        {...(field.placeholder ? { placeholder: field.placeholder } : {})}
      />
    </FieldFrame>
  );
}

/** A number only when its text survives being one, so that typing is never disturbed. */
export function readNumber(text: string): number | string {
  return text.trim() !== "" && String(Number(text)) === text ? Number(text) : text;
}
