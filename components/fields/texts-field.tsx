import { useFieldData } from "@/components/fields/field-data";
import { asList, asText, type FieldProps } from "@/components/fields/field-props";
import { resolveField } from "@/components/fields/resolve-field";
import { ResolvedLine } from "@/components/fields/resolved-line";
import { RowList } from "@/components/fields/rows/row-list";
import { TemplateBox } from "@/components/fields/template-box";

/** Several texts with data in them, and what each comes to. */
export function TextsField({ field, value, onChange, problem }: FieldProps) {
  const { scope } = useFieldData();
  return (
    <RowList
      label={field.label}
      isOptional={field.isOptional}
      help={field.help}
      problem={problem}
      noun={field.noun ?? "line"}
      rows={asList(value).map(asText)}
      onChange={onChange}
      fresh={() => ""}
    >
      {({ row, number, id, onChange: change, actions }) => (
        <>
          <div className="flex items-start gap-1.5">
            <div className="min-w-0 flex-1">
              <TemplateBox
                id={id}
                label={`${field.label}, ${field.noun ?? "line"} ${number}`}
                placeholder={field.placeholder}
                value={row}
                onChange={change}
              />
            </div>
            {actions}
          </div>
          <ResolvedLine resolved={resolveField(row, scope)} />
        </>
      )}
    </RowList>
  );
}
