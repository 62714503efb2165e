"use client";

import { PLAIN_IDS } from "@/components/catalog/group-sources";
import { proofLine, type Strength, strengthOf } from "@/components/catalog/proof-words";
import { type ChoiceCard, ChoiceCards } from "@/components/ui/choice-cards";
import { sources } from "@/lib/catalog/sources";
import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";

const BADGES = {
  signature: { word: "Best", tone: "good" },
  token: { word: "Good", tone: "note" },
  none: { word: "Not safe", tone: "warn" },
} as const;

const RANK: Record<Strength, number> = { signature: 0, token: 1, none: 2 };

const plainSources: Source[] = sources.filter(({ id }) => PLAIN_IDS.includes(id));

/** Whether a source stands for any sender, so that the way to prove itself is a choice among such sources. */
export function isPlain(source: Pick<Source, "id">): boolean {
  return PLAIN_IDS.includes(source.id);
}

/** The ways for any sender, best first. */
export function PlainWays({ source, onChange }: { source: Source; onChange: (source: string) => void }) {
  const choices = plainSources.toSorted(bestFirst).map((way) => ({
    value: way.id,
    title: way.name,
    help: way.summary,
    badge: BADGES[strengthOf(way.proof)],
  }));
  return (
    <ChoiceCards isLabelHidden label="How do they prove it?" value={source.id} onChange={onChange} choices={choices} />
  );
}

function bestFirst(one: Source, other: Source): number {
  return RANK[strengthOf(one.proof)] - RANK[strengthOf(other.proof)];
}

type SchemeWaysProps = { source: Source; scheme: string; onChange: (scheme: string) => void };

/** The ways of a sender that has several, best first; the usual one is told as such. An empty scheme is the usual one. */
export function SchemeWays({ source, scheme, onChange }: SchemeWaysProps) {
  const ways = [
    { value: "", proof: source.proof, isUsual: true },
    ...Object.entries(source.otherProofs).map(([value, proof]) => ({ value, proof, isUsual: false })),
  ];
  const choices = ways
    .toSorted((one, other) => rankOf(one.proof) - rankOf(other.proof))
    .map((way) => cardOf(source.id, way));
  return (
    <ChoiceCards isLabelHidden label="How do they prove it?" value={scheme} onChange={onChange} choices={choices} />
  );
}

type Way = { value: string; proof: SourceProof; isUsual: boolean };

function cardOf(sourceId: string, { value, proof, isUsual }: Way): ChoiceCard {
  return {
    value,
    title: isUsual ? "The usual way" : titleOf(value.replace(`${sourceId}-`, "")),
    help: proofLine(proof),
    badge: isUsual && strengthOf(proof) === "signature" ? { word: "Best", tone: "good" } : badgeOf(proof),
  };
}

/** SHA-1 signs still, but nobody would choose it today. */
function badgeOf(proof: SourceProof): ChoiceCard["badge"] {
  if (proof.kind === "hmac" && proof.recipe.algorithm === "sha1") return { word: "Old", tone: "warn" };
  return BADGES[strengthOf(proof)];
}

function rankOf(proof: SourceProof): number {
  return RANK[strengthOf(proof)];
}

/** “sha1-legacy” as people would write it. */
function titleOf(scheme: string): string {
  const words = scheme.replaceAll(/[-_]/g, " ").replaceAll(/\bsha(\d)/g, "SHA-$1");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
