import { asList, asRecord, asText, type FieldProps } from "@/components/fields/field-props";
import { nameFor } from "@/components/fields/rows/name-for";
import { type Pair, PairRow } from "@/components/fields/rows/pair-row";
import { RowList } from "@/components/fields/rows/row-list";

/** Values under names of one's own. A value that is picked brings its name along. */
export function MappingField({ field, value, onChange, problem }: FieldProps) {
  return (
    <RowList
      label={field.label}
      isOptional={field.isOptional}
      help={field.help}
      problem={problem}
      noun={field.noun ?? "value"}
      rows={asList(value).map(readPair)}
      onChange={onChange}
      fresh={() => ({ name: "", value: "" })}
      canMove
    >
      {(slot) => (
        <PairRow
          slot={slot}
          labels={{ name: `Name of value ${slot.number}`, value: `Value ${slot.number}` }}
          namePlaceholder="name"
          valuePlaceholder={field.placeholder ?? "Click, then choose from the data"}
          onValue={withName}
        />
      )}
    </RowList>
  );
}

function withName({ name, value }: Pair): Pair {
  return { name: name === "" ? nameFor(value) : name, value };
}

function readPair(value: unknown): Pair {
  const { name, value: text } = asRecord(value);
  return { name: asText(name), value: asText(text) };
}
