"use client";

import { Label, ListBox, Select } from "@heroui/react";

type ChoiceInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string }[];
};

/** One of a few, in a list that opens. */
export function ChoiceInput({ label, value, onChange, choices }: ChoiceInputProps) {
  return (
    <Select fullWidth value={value} onChange={(next) => onChange(String(next))}>
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
    </Select>
  );
}
