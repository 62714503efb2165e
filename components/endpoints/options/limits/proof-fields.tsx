"use client";

import type { LimitDraft } from "@/components/endpoints/options/limits/limit-draft";
import type { OptionsForm } from "@/components/endpoints/options/use-options-form";
import { TextAreaInput } from "@/components/ui/text-area-input";
import { TextInput } from "@/components/ui/text-input";

type Props = { form: OptionsForm<LimitDraft> };

/** A token that has to be shown, besides whatever the source asks for. */
export function TokenFields({ form: { draft, set, errorAt } }: Props) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextInput
        label="Token header"
        isOptional
        isMono
        autoComplete="off"
        spellCheck="false"
        placeholder="x-doorbell-token"
        value={draft.tokenHeader}
        onChange={(tokenHeader) => set({ tokenHeader })}
        help="Empty: no token is asked for."
        error={errorAt("token.header")}
      />
      <TextInput
        label="Token"
        isOptional
        isMono
        autoComplete="off"
        spellCheck="false"
        value={draft.tokenValue}
        onChange={(tokenValue) => set({ tokenValue })}
        help="Kept as a hash and never shown. Empty: the one before stays."
        error={errorAt("token.value")}
      />
    </div>
  );
}

/** Which client certificates are let in. */
export function CertificateFields({ form: { draft, set, errorAt } }: Props) {
  const wrongPart = errorAt("clientCertificate.header") ?? errorAt("clientCertificate.fingerprints");
  return (
    <>
      <TextInput
        label="Certificate header"
        isOptional
        isMono
        autoComplete="off"
        spellCheck="false"
        placeholder="client-cert"
        value={draft.certificateHeader}
        onChange={(certificateHeader) => set({ certificateHeader })}
        help="Where the proxy puts the certificate. It has to be one that Doorbell trusts."
        error={errorAt("clientCertificate.header")}
      />
      <TextAreaInput
        label="Fingerprints"
        rows={2}
        value={draft.fingerprints}
        onChange={(fingerprints) => set({ fingerprints })}
        help="SHA-256 in hex, one a line. Any of them is let in."
        error={errorAt("clientCertificate.fingerprints")}
      />
      <TextAreaInput
        label="Authority"
        value={draft.ca}
        onChange={(ca) => set({ ca })}
        placeholder="-----BEGIN CERTIFICATE-----"
        help="In PEM. Whoever it has issued a certificate to is let in."
        error={wrongPart ? undefined : errorAt("clientCertificate")}
      />
    </>
  );
}
