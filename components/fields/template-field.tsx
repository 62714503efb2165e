import { useId, useMemo } from "react";
import { useFieldData } from "@/components/fields/field-data";
import { FieldFrame } from "@/components/fields/field-frame";
import { asText, type FieldProps } from "@/components/fields/field-props";
import { useFormNode } from "@/components/fields/form-node";
import { resolveField } from "@/components/fields/resolve-field";
import { ResolvedLine } from "@/components/fields/resolved-line";
import { TemplateBox } from "@/components/fields/template-box";

/** Text with data in it, and what it comes to. */
export function TemplateField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const { scope } = useFieldData();
  const { definition, config } = useFormNode();
  const isLong = field.widget === "long-template";
  const text = asText(value ?? field.default);
  const resolved = useMemo(
    () => resolveField(text, scope, { definition, config, key: field.key }),
    [text, scope, definition, config, field.key],
  );
  return (
    <FieldFrame
      htmlFor={id}
      label={field.label}
      isOptional={field.isOptional}
      help={field.help}
      problem={problem}
      hintId={`${id}-hint`}
    >
      <TemplateBox
        id={id}
        label={field.label}
        isLabelled
        value={text}
        onChange={onChange}
        placeholder={field.placeholder}
        hintId={`${id}-hint`}
        isLong={isLong}
      />
      <ResolvedLine resolved={resolved} isLong={isLong} />
    </FieldFrame>
  );
}
