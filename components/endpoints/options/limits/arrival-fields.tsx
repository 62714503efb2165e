"use client";

import type { LimitDraft, SizeUnit } from "@/components/endpoints/options/limits/limit-draft";
import type { OptionsForm } from "@/components/endpoints/options/use-options-form";
import { ChoiceInput } from "@/components/ui/choice-input";
import { TextAreaInput } from "@/components/ui/text-area-input";
import { TextInput } from "@/components/ui/text-input";

type Props = { form: OptionsForm<LimitDraft> };

/** From where may be rung. */
export function AddressFields({ form: { draft, set, errorAt } }: Props) {
  return (
    <TextAreaInput
      label="Addresses that may ring"
      value={draft.addresses}
      onChange={(addresses) => set({ addresses })}
      placeholder={"192.30.252.0/22\n2001:db8::7"}
      help="One address or network a line. Empty: everybody may."
      error={errorAt("allowedAddresses")}
    />
  );
}

const UNITS: { value: SizeUnit; label: string }[] = [
  { value: "MiB", label: "MiB" },
  { value: "KiB", label: "KiB" },
  { value: "B", label: "Bytes" },
];

/** How large a body may be, and of which types. */
export function SizeFields({ form: { draft, set, errorAt } }: Props) {
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] items-start gap-3">
        <TextInput
          label="Largest body"
          isOptional
          type="number"
          inputMode="decimal"
          placeholder="1"
          value={draft.size}
          onChange={(size) => set({ size })}
          help="Empty: 1 MiB. Never more than 25 MiB."
          error={errorAt("bytesMax")}
        />
        <ChoiceInput
          label="Unit"
          value={draft.sizeUnit}
          onChange={(unit) => set({ sizeUnit: UNITS.find(({ value }) => value === unit)?.value ?? "MiB" })}
          choices={UNITS}
        />
      </div>
      <TextAreaInput
        label="Content types"
        rows={2}
        value={draft.contentTypes}
        onChange={(contentTypes) => set({ contentTypes })}
        placeholder={"application/json\ntext/*"}
        help="One a line; a star stands for every kind. Empty: all are taken."
        error={errorAt("contentTypes")}
      />
    </>
  );
}
