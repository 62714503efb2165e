import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { ConditionRow } from "@/components/fields/condition-row";
import { asRecord, asText } from "@/components/fields/field-props";
import type { Condition } from "@/lib/domain/conditions/condition";

const FRESH: Condition = { value: "", operator: "equals", expected: "" };

type ConditionListProps = {
  id: string;
  conditions: readonly Condition[];
  onChange: (conditions: Condition[]) => void;
  /** Where several lists stand on one screen: “case 2”. */
  of?: string;
};

/** Conditions as sentences, to add and to take away. */
export function ConditionList({ id, conditions, onChange, of }: ConditionListProps) {
  return (
    <>
      {conditions.map((condition, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place.
          key={index}
          id={`${id}-${index}`}
          name={`condition ${index + 1}${of ? ` of ${of}` : ""}`}
          condition={condition}
          onChange={(next) => onChange(conditions.map((other, at) => (at === index ? next : other)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="sm"
        variant="outline"
        className="w-fit"
        {...(of ? { "aria-label": `Add condition to ${of}` } : {})}
        onPress={() => onChange([...conditions, FRESH])}
      >
        <Plus aria-hidden />
        Add condition
      </Button>
    </>
  );
}

/** A draft may hold anything; what is no condition is shown as one to fill in. */
export function readCondition(value: unknown): Condition {
  const { value: left, operator, expected } = asRecord(value);
  return { value: asText(left), operator: asText(operator), ...(expected === undefined ? {} : { expected }) };
}
