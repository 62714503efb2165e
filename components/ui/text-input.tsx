"use client";

import { Description, FieldError, Input, Label, TextField, type TextFieldProps } from "@heroui/react";
import { type ReactNode, useId } from "react";

type TextInputProps = Omit<TextFieldProps, "children" | "isInvalid" | "isRequired"> & {
  label: string;
  /** A line beneath, before anything went wrong. */
  help?: ReactNode;
  /** What is wrong with it, in a sentence. */
  error?: string | undefined;
  isOptional?: boolean;
  isMono?: boolean;
  placeholder?: string;
  /** What could be typed, offered while typing. */
  suggestions?: readonly string[];
};

/** One line of text with its label, help and complaint. */
export function TextInput({
  label,
  help,
  error,
  isOptional = false,
  isMono = false,
  placeholder,
  suggestions = [],
  ...field
}: TextInputProps) {
  const listId = useId();
  return (
    <TextField {...field} isInvalid={error !== undefined} isRequired={!isOptional} validationBehavior="aria" fullWidth>
      <Label>
        {label}
        {isOptional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </Label>
      <Input
        className={isMono ? "font-mono" : ""}
        {...(placeholder ? { placeholder } : {})}
        {...(suggestions.length > 0 ? { list: listId } : {})}
      />
      {suggestions.length > 0 ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      {help && error === undefined ? <Description>{help}</Description> : null}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
