import { useId } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";

export function TextFieldInput({ field, value, onChange, problem }: FieldProps) {
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
      <input
        id={id}
        className="box-input"
        aria-describedby={`${id}-hint`}
        value={asText(value ?? field.default)}
        onChange={(event) => onChange(event.target.value)}
        {...(field.placeholder ? { placeholder: field.placeholder } : {})}
      />
    </FieldFrame>
  );
}
