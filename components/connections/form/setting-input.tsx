"use client";

import { ChoiceInput } from "@/components/ui/choice-input";
import { SecretInput } from "@/components/ui/secret-input";
import { TextAreaInput } from "@/components/ui/text-area-input";
import { TextInput } from "@/components/ui/text-input";
import type { Field } from "@/lib/domain/forms/field";

type SettingInputProps = {
  field: Field;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  /** Whether a secret is kept that may stay. */
  isKept: boolean;
};

/** One setting of a connection, as its kind describes it. */
export function SettingInput({ field, value, onChange, error, isKept }: SettingInputProps) {
  const { label, help, placeholder, choices = [] } = field;
  const usual = { label, value, onChange, error, ...(help ? { help } : {}), ...(placeholder ? { placeholder } : {}) };
  const isOptional = !field.isRequired && field.default === undefined;
  switch (field.widget) {
    case "secret":
      return <SecretInput {...usual} isOptional={!field.isRequired} isKept={isKept} />;
    case "select":
      return <ChoiceInput {...usual} choices={choices} />;
    case "long-template":
    case "code":
      return <TextAreaInput {...usual} />;
    default:
      return <TextInput {...usual} isOptional={isOptional} name={field.key} autoComplete="off" spellCheck="false" />;
  }
}
