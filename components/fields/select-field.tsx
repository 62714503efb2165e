import { useId } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";
import { SelectBox } from "@/components/fields/select-box";

export function SelectField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <SelectBox
        id={id}
        aria-describedby={`${id}-hint`}
        value={asText(value ?? field.default)}
        onChange={onChange}
        choices={field.choices ?? []}
      />
    </FieldFrame>
  );
}
