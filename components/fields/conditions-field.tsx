import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useId } from "react";
import { ConditionRow } from "@/components/fields/condition-row";
import { FieldFrame } from "@/components/fields/field-frame";
import { asList, asRecord, asText, type FieldProps } from "@/components/fields/field-props";
import type { Condition } from "@/lib/domain/conditions/condition";

const FRESH: Condition = { value: "", operator: "equals", expected: "" };

/** Conditions as sentences: what, how it should be, and whether it is so now. */
export function ConditionsField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const conditions = asList(value).map(readCondition);
  return (
    <FieldFrame labelId={`${id}-label`} label={field.label} help={field.help} problem={problem}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way. */}
      <div role="group" aria-labelledby={`${id}-label`} className="flex flex-col gap-2.5">
        {conditions.map((condition, index) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place.
            key={index}
            id={`${id}-${index}`}
            number={index + 1}
            condition={condition}
            onChange={(next) => onChange(conditions.map((other, at) => (at === index ? next : other)))}
            onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
          />
        ))}
        <Button size="sm" variant="outline" className="w-fit" onPress={() => onChange([...conditions, FRESH])}>
          <Plus aria-hidden />
          Add condition
        </Button>
      </div>
    </FieldFrame>
  );
}

/** A draft may hold anything; what is no condition is shown as one to fill in. */
function readCondition(value: unknown): Condition {
  const { value: left, operator, expected } = asRecord(value);
  return { value: asText(left), operator: asText(operator), ...(expected === undefined ? {} : { expected }) };
}
