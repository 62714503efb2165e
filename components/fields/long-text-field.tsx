import { useId } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";

/** Text of several lines, which is taken as it is written. */
export function LongTextField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame
      htmlFor={id}
      label={field.label}
      isOptional={field.isOptional}
      help={field.help}
      problem={problem}
      hintId={`${id}-hint`}
    >
      <textarea
        id={id}
        rows={4}
        className="box-input"
        aria-describedby={`${id}-hint`}
        value={asText(value ?? field.default)}
        onChange={(event) => onChange(event.target.value)}
        {...(field.placeholder ? { placeholder: field.placeholder } : {})}
      />
    </FieldFrame>
  );
}
