"use client";

import { Description, FieldError, InputGroup, Label, TextField, type TextFieldProps } from "@heroui/react";
import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";

type PasswordInputProps = Omit<TextFieldProps, "children" | "isInvalid" | "isRequired" | "type"> & {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
};

/** A text that nobody behind you should read, unless you let them. */
export function PasswordInput({ label, help, error, ...field }: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      {...field}
      type={isShown ? "text" : "password"}
      isInvalid={error !== undefined}
      isRequired
      validationBehavior="aria"
      fullWidth
    >
      <Label>{label}</Label>
      <InputGroup fullWidth>
        <InputGroup.Input />
        <InputGroup.Suffix className="pr-1.5">
          <button
            type="button"
            aria-label={isShown ? "Hide what is typed" : "Show what is typed"}
            onClick={() => setIsShown(!isShown)}
            className="grid size-7 place-items-center rounded-md text-muted hover:text-foreground"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        </InputGroup.Suffix>
      </InputGroup>
      {help && error === undefined ? <Description>{help}</Description> : null}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
