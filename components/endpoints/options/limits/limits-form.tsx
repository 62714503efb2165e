"use client";

import { FormGroup } from "@/components/endpoints/options/form-group";
import { AddressFields, SizeFields } from "@/components/endpoints/options/limits/arrival-fields";
import { type LimitDraft, limitChanges, limitDraftOf } from "@/components/endpoints/options/limits/limit-draft";
import { MethodChoice } from "@/components/endpoints/options/limits/method-choice";
import { CertificateFields, TokenFields } from "@/components/endpoints/options/limits/proof-fields";
import { EndFields, RateFields } from "@/components/endpoints/options/limits/rate-fields";
import { SaveBar } from "@/components/endpoints/options/save-bar";
import { useOptionsForm } from "@/components/endpoints/options/use-options-form";
import { useHydrated } from "@/components/log/time/use-hydrated";
import { RowSkeleton } from "@/components/ui/row-skeleton";
import { SwitchInput } from "@/components/ui/switch-input";
import { findSource } from "@/lib/catalog/sources";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type LimitsFormProps = { endpoint: Pick<Endpoint, "id" | "options" | "source"> };

/** What an endpoint asks of a ring beyond its source's proof. */
export function LimitsForm({ endpoint }: LimitsFormProps) {
  const isHydrated = useHydrated();
  // The moment it ends is shown in the reader's time zone, which the server does not know.
  return isHydrated || !endpoint.options["expiresAt"] ? <Limits endpoint={endpoint} /> : <RowSkeleton rows={5} />;
}

function Limits({ endpoint }: LimitsFormProps) {
  const usualMethods = findSource(endpoint.source)?.methods ?? ["POST"];
  const form = useOptionsForm<LimitDraft>({
    endpointId: endpoint.id,
    initial: limitDraftOf(endpoint.options, usualMethods),
    changesOf: (draft) => limitChanges(draft, usualMethods),
  });
  const { draft, set, errorAt } = form;

  return (
    <form onSubmit={form.save} className="flex flex-col gap-4">
      <div className="panel divide-y divide-separator">
        <FormGroup title="How it has to come" description="Looked at first, before anything is read.">
          <SwitchInput
            label="Only over https"
            isOn={draft.requireHttps}
            onChange={(requireHttps) => set({ requireHttps })}
            help="Over plain http, anybody on the way can read and change it."
          />
          <MethodChoice
            value={draft.methods}
            onChange={(methods) => set({ methods })}
            error={draft.methods.length === 0 ? "Choose at least one." : errorAt("methods")}
          />
          <AddressFields form={form} />
        </FormGroup>
        <FormGroup title="What it may bring" description="Larger bodies and other types are refused unread.">
          <SizeFields form={form} />
        </FormGroup>
        <FormGroup title="How much" description="Whoever rings more often is told to come back later.">
          <RateFields form={form} />
        </FormGroup>
        <FormGroup title="For how long" description="After that, the address answers as if it had never existed.">
          <EndFields form={form} />
        </FormGroup>
        <FormGroup title="A token beside the signature" description="A second secret, shown in a header as it is.">
          <TokenFields form={form} />
        </FormGroup>
        <FormGroup
          title="Client certificate"
          description="For senders that show one to the proxy in front of Doorbell, which passes it on."
        >
          <CertificateFields form={form} />
        </FormGroup>
      </div>
      <SaveBar form={form} />
    </form>
  );
}
