import { KeyRound, LockOpen, ShieldCheck } from "lucide-react";
import { strengthAt } from "@/components/catalog/proof-words";
import { findSource } from "@/lib/catalog/sources";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

const LOOKS = {
  signature: { icon: ShieldCheck, word: "Signed", className: "text-good" },
  token: { icon: KeyRound, word: "Token", className: "text-note" },
  none: { icon: LockOpen, word: "Nobody checks", className: "text-warn" },
} as const;

/** How whoever rings proves it, in a word. */
export function ProofChip({ endpoint }: { endpoint: Pick<Endpoint, "source" | "options"> }) {
  const { icon: Icon, word, className } = LOOKS[strengthAt(findSource(endpoint.source), endpoint.options)];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${className}`}>
      <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
      {word}
    </span>
  );
}
