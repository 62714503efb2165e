"use client";

import type { ApiProblem } from "@/components/api/call-api";
import { findProblem } from "@/components/endpoints/options/option-problems";
import { TextInput } from "@/components/ui/text-input";
import type { Setting } from "@/lib/catalog/sources/define-source";

type SettingFieldsProps = {
  settings: readonly Setting[];
  /** By the name of the option. */
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
  problems: readonly ApiProblem[];
};

/** What a sender has to be told, or has told, besides the address and the secret. */
export function SettingFields({ settings, values, onChange, problems }: SettingFieldsProps) {
  return settings.map(({ option, label, help, isRequired }) => (
    <TextInput
      key={option}
      label={label}
      name={option}
      isOptional={!isRequired}
      autoComplete="off"
      spellCheck="false"
      value={values[option] ?? ""}
      onChange={(value) => onChange({ ...values, [option]: value })}
      help={help}
      error={findProblem(problems, option)}
    />
  ));
}
