import { Button } from "@heroui/react";
import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { useFieldData } from "@/components/fields/field-data";
import { FieldFrame } from "@/components/fields/field-frame";
import { asList, asRecord, asText, type FieldProps } from "@/components/fields/field-props";
import { resolveField } from "@/components/fields/resolve-field";
import { ResolvedLine } from "@/components/fields/resolved-line";
import { TemplateBox } from "@/components/fields/template-box";
import { IconButton } from "@/components/ui/icon-button";

/** Names and values, one line each. */
export function HeaderListField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const { scope } = useFieldData();
  const rows = asList(value).map(asRecord);
  const change = (index: number, part: object) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));

  return (
    <FieldFrame labelId={`${id}-label`} label={field.label} isOptional help={field.help} problem={problem}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way. */}
      <div role="group" aria-labelledby={`${id}-label`} className="flex flex-col gap-2">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headers have no identity but their place.
          <div key={index} className="flex flex-col gap-1.5 rounded-xl border border-border bg-surface-secondary p-2">
            <div className="flex items-center gap-1.5">
              <input
                className="box-input font-mono text-[0.8125rem]"
                aria-label={`Name of header ${index + 1}`}
                placeholder="X-From"
                spellCheck={false}
                value={asText(row["name"])}
                onChange={(event) => change(index, { name: event.target.value })}
              />
              <IconButton
                icon={Trash2}
                size="sm"
                label={`Remove header ${index + 1}`}
                onPress={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </div>
            <TemplateBox
              id={`${id}-${index}`}
              label={`Value of header ${index + 1}`}
              placeholder="doorbell"
              value={asText(row["value"])}
              onChange={(next) => change(index, { value: next })}
            />
            <ResolvedLine resolved={resolveField(asText(row["value"]), scope)} />
          </div>
        ))}
        <Button
          size="sm"
          variant="outline"
          className="w-fit"
          onPress={() => onChange([...rows, { name: "", value: "" }])}
        >
          <Plus aria-hidden />
          Add header
        </Button>
      </div>
    </FieldFrame>
  );
}
