"use client";

import { useId, useMemo } from "react";
import { useFieldData } from "@/components/fields/field-data";
import { FieldFrame } from "@/components/fields/field-frame";
import { resolveField } from "@/components/fields/resolve-field";
import { ResolvedLine } from "@/components/fields/resolved-line";
import { TemplateBox } from "@/components/fields/template-box";
import { keyComplaint } from "@/lib/domain/workflow/settings-problems";

type KeyFieldProps = { label: string; help: string; value: string; onChange: (value: string) => void };

/** What tells runs apart that are held in check separately: a template over what rang. */
export function KeyField({ label, help, value, onChange }: KeyFieldProps) {
  const id = useId();
  const { scope } = useFieldData();
  const resolved = useMemo(() => resolveField(value, scope), [value, scope]);
  return (
    <FieldFrame htmlFor={id} label={label} isOptional help={help} problem={keyComplaint(value)} hintId={`${id}-hint`}>
      <TemplateBox
        id={id}
        label={label}
        isLabelled
        value={value}
        onChange={onChange}
        placeholder="{{ trigger.body.customer }}"
        hintId={`${id}-hint`}
      />
      <ResolvedLine resolved={resolved} />
    </FieldFrame>
  );
}
