"use client";

import type { ReactNode } from "react";
import type { ApiProblem } from "@/components/api/call-api";
import { proofLine, proofStory, strengthOf } from "@/components/catalog/proof-words";
import type { ProofDraft } from "@/components/endpoints/new/proof-draft";
import { isPlain, PlainWays, SchemeWays } from "@/components/endpoints/new/proof-ways";
import { RecipeFields } from "@/components/endpoints/new/recipe-fields";
import { SecretField } from "@/components/endpoints/new/secret-field";
import { SettingFields } from "@/components/endpoints/options/setting-fields";
import { Notice } from "@/components/ui/notice";
import type { Source } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";

type ProofStepProps = {
  source: Source;
  draft: ProofDraft;
  onChange: (draft: ProofDraft) => void;
  /** Another source for a sender that has none of its own. */
  onSource: (source: string) => void;
  problems: readonly ApiProblem[];
};

/** How the sender proves who it is, as far as there is something to say. */
export function ProofStep({ source, draft, onChange, onSource, problems }: ProofStepProps) {
  const proof = findProof(source, draft.scheme || undefined) ?? source.proof;
  const set = (change: Partial<ProofDraft>) => onChange({ ...draft, ...change });

  return (
    <div className="panel flex flex-col gap-5 p-4 sm:p-5">
      <Ways source={source} draft={draft} onScheme={(scheme) => set({ scheme })} onSource={onSource} />
      {strengthOf(proof) === "none" ? (
        <Notice tone="warn" title="Nobody checks who rings">
          The address is random and cannot be guessed, but whoever sees it can use it: in a log, in a browser's history,
          on a screenshot. If the sender can sign its requests or show a token, choose that.
        </Notice>
      ) : null}
      {proof.kind === "custom-hmac" ? (
        <RecipeFields recipe={draft.recipe} onChange={(recipe) => set({ recipe })} problems={problems} />
      ) : null}
      <SettingFields
        settings={source.settings}
        values={draft.settings}
        onChange={(settings) => set({ settings })}
        problems={problems}
      />
      {source.secretBy === "nobody" || strengthOf(proof) === "none" ? null : (
        <SecretField
          key={source.id}
          source={source}
          proof={proof}
          value={draft.secret}
          onChange={(secret) => set({ secret })}
          error={problems.find(({ path }) => path.startsWith("signingSecrets"))?.message}
        />
      )}
    </div>
  );
}

type WaysProps = {
  source: Source;
  draft: ProofDraft;
  onScheme: (scheme: string) => void;
  onSource: (source: string) => void;
};

function Ways({ source, draft, onScheme, onSource }: WaysProps): ReactNode {
  if (isPlain(source)) return <PlainWays source={source} onChange={onSource} />;
  if (Object.keys(source.otherProofs).length > 0) {
    return <SchemeWays source={source} scheme={draft.scheme} onChange={onScheme} />;
  }
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="text-pretty">{proofStory(source)}</p>
      <p className="wrap-anywhere text-muted">{proofLine(source.proof)}.</p>
    </div>
  );
}
