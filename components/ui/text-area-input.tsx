"use client";

import { Description, FieldError, Label, TextArea, TextField } from "@heroui/react";
import type { ReactNode } from "react";

type TextAreaInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  placeholder?: string;
  rows?: number;
};

/** Several lines of text, none of which have to be there. `isOptional` says so. */
export function TextAreaInput({
  label,
  help,
  error,
  isOptional = false,
  placeholder,
  rows = 3,
  ...field
}: TextAreaInputProps) {
  return (
    <TextField {...field} isInvalid={error !== undefined} validationBehavior="aria" fullWidth>
      <Label>
        {label}
        {isOptional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </Label>
      <TextArea
        rows={rows}
        spellCheck={false}
        className="resize-y font-mono text-[0.8125rem] leading-relaxed"
        {...(placeholder ? { placeholder } : {})}
      />
      {help && error === undefined ? <Description>{help}</Description> : null}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
