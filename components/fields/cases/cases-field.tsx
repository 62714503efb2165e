import { CaseCard } from "@/components/fields/cases/case-card";
import { freshCase, readCases } from "@/components/fields/cases/read-cases";
import type { FieldProps } from "@/components/fields/field-props";
import { RowList } from "@/components/fields/rows/row-list";

/** Ways out, each with its conditions, in the order in which they are looked at. */
export function CasesField({ field, value, onChange, problem }: FieldProps) {
  const cases = readCases(value);
  return (
    <RowList
      label={field.label}
      help={field.help}
      problem={problem}
      noun="case"
      rows={cases}
      onChange={onChange}
      fresh={() => freshCase(cases)}
      keyOf={({ id }) => id}
      canMove
    >
      {(slot) => <CaseCard slot={slot} />}
    </RowList>
  );
}
