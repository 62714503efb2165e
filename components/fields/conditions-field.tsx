import { useId } from "react";
import { ConditionList, readCondition } from "@/components/fields/condition-list";
import { FieldFrame } from "@/components/fields/field-frame";
import { asList, type FieldProps } from "@/components/fields/field-props";

/** Conditions as sentences: what, how it should be, and whether it is so now. */
export function ConditionsField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame labelId={`${id}-label`} label={field.label} help={field.help} problem={problem}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way. */}
      <div role="group" aria-labelledby={`${id}-label`} className="flex flex-col gap-2.5">
        <ConditionList id={id} conditions={asList(value).map(readCondition)} onChange={onChange} />
      </div>
    </FieldFrame>
  );
}
