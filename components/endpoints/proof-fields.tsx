"use client";

import type { ApiProblem } from "@/components/api/call-api";
import type { ProofDraft } from "@/components/endpoints/proof-draft";
import { RecipeFields } from "@/components/endpoints/recipe-fields";
import { ChoiceInput } from "@/components/ui/choice-input";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import type { Source } from "@/lib/catalog/sources/define-source";

type ProofFieldsProps = {
  source: Source;
  draft: ProofDraft;
  onChange: (draft: ProofDraft) => void;
  problems: ApiProblem[];
};

/** How the sender proves who it is, as far as there is something to say. */
export function ProofFields({ source, draft, onChange, problems }: ProofFieldsProps) {
  const schemes = Object.keys(source.otherProofs);
  const set = (change: Partial<ProofDraft>) => onChange({ ...draft, ...change });

  return (
    <Section title="How do they prove it?">
      <div className="flex flex-col gap-4">
        {source.secretBy === "nobody" ? (
          <Notice tone="warn" title="Not at all: anyone who knows the address can ring">
            The address is random and cannot be guessed, but whoever sees it can use it. If the sender can sign its
            requests, choose it above, or “Signed request”.
          </Notice>
        ) : (
          <p className="text-muted text-sm">
            {source.proof.kind === "custom-hmac"
              ? "The sender signs each request with a secret that it shares with Doorbell. Requests with a wrong signature are refused, and written down."
              : `${source.name} signs each request with a secret that it shares with Doorbell, and Doorbell knows how. Anything else is refused, and written down.`}
          </p>
        )}
        {schemes.length > 0 ? (
          <ChoiceInput
            label="Way of signing"
            value={draft.scheme || source.id}
            onChange={(scheme) => set({ scheme: scheme === source.id ? "" : scheme })}
            choices={[
              { value: source.id, label: "The usual one" },
              ...schemes.map((name) => ({ value: name, label: name })),
            ]}
          />
        ) : null}
        {source.proof.kind === "custom-hmac" ? (
          <RecipeFields recipe={draft.recipe} onChange={(recipe) => set({ recipe })} problems={problems} />
        ) : null}
        {source.secretBy === "nobody" ? null : (
          <TextInput
            label="Signing secret"
            name="secret"
            isOptional
            isMono
            autoComplete="off"
            spellCheck="false"
            value={draft.secret}
            onChange={(secret) => set({ secret })}
            help="Paste it if the sender made one. Leave it empty and Doorbell makes one for you to paste there."
            error={problems.find(({ path }) => path.startsWith("signingSecrets"))?.message}
          />
        )}
      </div>
    </Section>
  );
}
