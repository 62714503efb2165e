import { asList, asRecord, asText, type FieldProps } from "@/components/fields/field-props";
import { PairRow } from "@/components/fields/rows/pair-row";
import { RowList } from "@/components/fields/rows/row-list";

/** Headers: names and values. */
export function HeaderListField({ field, value, onChange, problem }: FieldProps) {
  return (
    <RowList
      label={field.label}
      isOptional
      help={field.help}
      problem={problem}
      noun="header"
      rows={asList(value).map(readPair)}
      onChange={onChange}
      fresh={() => ({ name: "", value: "" })}
    >
      {(slot) => (
        <PairRow
          slot={slot}
          labels={{ name: `Name of header ${slot.number}`, value: `Value of header ${slot.number}` }}
          namePlaceholder="X-From"
          valuePlaceholder="doorbell"
        />
      )}
    </RowList>
  );
}

function readPair(value: unknown) {
  const { name, value: text } = asRecord(value);
  return { name: asText(name), value: asText(text) };
}
