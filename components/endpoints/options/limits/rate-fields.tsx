"use client";

import type { LimitDraft } from "@/components/endpoints/options/limits/limit-draft";
import type { OptionsForm } from "@/components/endpoints/options/use-options-form";
import { TextInput } from "@/components/ui/text-input";

type Props = { form: OptionsForm<LimitDraft> };

/** How often may be rung, by whoever proves it and by whoever does not. */
export function RateFields({ form: { draft, set, errorAt } }: Props) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Amount
          label="Proven, per minute"
          value={draft.ratePerMinute}
          onChange={(ratePerMinute) => set({ ratePerMinute })}
          help="Empty: no limit."
          error={errorAt("rate")}
        />
        <Amount
          label="Proven, at once"
          value={draft.rateBurst}
          onChange={(rateBurst) => set({ rateBurst })}
          help="So many may come in one burst."
        />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Amount
          label="Not proven, per minute"
          value={draft.unverifiedPerMinute}
          onChange={(unverifiedPerMinute) => set({ unverifiedPerMinute })}
          help="Strangers who try, together. Empty: the usual limit."
          error={errorAt("unverifiedRate")}
        />
        <Amount
          label="Not proven, at once"
          value={draft.unverifiedBurst}
          onChange={(unverifiedBurst) => set({ unverifiedBurst })}
          help="So many may come in one burst."
        />
      </div>
    </>
  );
}

/** When the endpoint ends by itself. */
export function EndFields({ form: { draft, set, errorAt } }: Props) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextInput
        label="Ends at"
        isOptional
        type="datetime-local"
        value={draft.expiresAt}
        onChange={(expiresAt) => set({ expiresAt })}
        help="In your own time zone."
        error={errorAt("expiresAt")}
      />
      <Amount
        label="Ends after so many deliveries"
        value={draft.deliveriesMax}
        onChange={(deliveriesMax) => set({ deliveriesMax })}
        help="For an address that is meant to be used once, say 1."
        error={errorAt("deliveriesMax")}
      />
    </div>
  );
}

type AmountProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help: string;
  error?: string | undefined;
};

function Amount(field: AmountProps) {
  return <TextInput {...field} isOptional type="number" inputMode="numeric" />;
}
