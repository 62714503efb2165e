"use client";

import { Description, FieldError, InputGroup, Label, TextField } from "@heroui/react";
import { Eye, EyeOff } from "lucide-react";
import { type ClipboardEvent, type ReactNode, useState } from "react";

type SecretInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  /** One is saved already, and stays where nothing is typed. */
  isKept?: boolean;
  placeholder?: string;
  /** Beneath it: what else can be done. */
  aside?: ReactNode;
};

/** A secret to paste: hidden unless one looks at it while typing, and never offered for saving by the browser. */
export function SecretInput(props: SecretInputProps) {
  const { label, help, error, isOptional = false, isKept = false, placeholder, aside, ...field } = props;
  const [isShown, setIsShown] = useState(false);
  const [isLong, setIsLong] = useState(false);
  const Icon = isShown ? EyeOff : Eye;

  /** Keys in PEM have lines, and a line field would run them together. */
  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text").trim();
    if (!text.includes("\n")) return;
    event.preventDefault();
    setIsLong(true);
    field.onChange(text);
  }

  const hint = isKept ? "Leave empty to keep the saved one" : placeholder;
  const inner = { autoComplete: "off", spellCheck: false, ...(hint ? { placeholder: hint } : {}) };
  return (
    <TextField
      {...field}
      type={isShown ? "text" : "password"}
      isInvalid={error !== undefined}
      isRequired={!isOptional && !isKept}
      validationBehavior="aria"
      fullWidth
    >
      <Label>
        {label}
        {isKept || isOptional ? (
          <span className="font-normal text-muted">{isKept ? " (saved)" : " (optional)"}</span>
        ) : null}
      </Label>
      <InputGroup fullWidth>
        {isLong ? (
          <InputGroup.TextArea
            {...inner}
            autoFocus
            rows={5}
            className={`font-mono text-xs! leading-relaxed ${isShown ? "" : "[-webkit-text-security:disc]"}`}
          />
        ) : (
          <InputGroup.Input {...inner} onPaste={onPaste} data-1p-ignore className="font-mono placeholder:font-sans" />
        )}
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
      {aside}
    </TextField>
  );
}
