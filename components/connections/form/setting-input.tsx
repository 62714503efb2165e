"use client";

import { ChoiceInput } from "@/components/ui/choice-input";
import { SecretInput } from "@/components/ui/secret-input";
import { TextAreaInput } from "@/components/ui/text-area-input";
import { TextInput } from "@/components/ui/text-input";
import type { Field } from "@/lib/domain/forms/field";

type SettingInputProps = {
  field: Field;
  value: string;
  /** Null takes a saved one away. */
  onChange: (value: string | null) => void;
  error: string | undefined;
  /** Whether a secret is saved, and stays unless something is done. */
  saved: "no" | "yes" | "taken-away";
};

/** One setting of a connection, as its kind describes it. */
export function SettingInput({ field, value, onChange, error, saved }: SettingInputProps) {
  const { label, help, placeholder, choices = [] } = field;
  const usual = { label, value, onChange, error, ...(help ? { help } : {}), ...(placeholder ? { placeholder } : {}) };
  switch (field.widget) {
    case "secret":
      return (
        <SecretInput
          {...usual}
          isOptional={!field.isRequired}
          isKept={saved === "yes"}
          aside={field.isRequired || saved === "no" ? null : <TakeAway saved={saved} onChange={onChange} />}
        />
      );
    case "select":
      return <ChoiceInput {...usual} choices={choices} />;
    case "long-template":
    case "code":
      return <TextAreaInput {...usual} isOptional={field.isOptional} />;
    default:
      return (
        <TextInput {...usual} isOptional={field.isOptional} name={field.key} autoComplete="off" spellCheck="false" />
      );
  }
}

type TakeAwayProps = { saved: "yes" | "taken-away"; onChange: (value: string | null) => void };

/** Only what need not be there can be taken away. */
function TakeAway({ saved, onChange }: TakeAwayProps) {
  return (
    <button
      type="button"
      onClick={() => onChange(saved === "yes" ? null : "")}
      className="text-link w-fit rounded-sm text-xs"
    >
      {saved === "yes" ? "Remove it" : "Removed when you save. Keep it"}
    </button>
  );
}
