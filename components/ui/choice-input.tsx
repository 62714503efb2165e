"use client";

import { Description, FieldError, Label, ListBox, Select } from "@heroui/react";
import type { ReactNode } from "react";

type ChoiceInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string }[];
  help?: ReactNode;
  error?: string | undefined;
};

/** One of a few, in a list that opens. */
export function ChoiceInput({ label, value, onChange, choices, help, error }: ChoiceInputProps) {
  return (
    <Select fullWidth isInvalid={error !== undefined} value={value} onChange={(next) => onChange(String(next))}>
      <Label>{label}</Label>
      <Select.Trigger>
        <Select.Value />
        <Select.Indicator />
      </Select.Trigger>
      <Select.Popover>
        <ListBox>
          {choices.map((choice) => (
            <ListBox.Item key={choice.value} id={choice.value} textValue={choice.label}>
              {choice.label}
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Select.Popover>
      {help && error === undefined ? <Description>{help}</Description> : null}
      <FieldError>{error}</FieldError>
    </Select>
  );
}
