import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";

/** Where a source's senders show their secret as it is: names of headers, in lower case, and of query parameters. */
export type ShownSecrets = { headers: ReadonlySet<string>; parameters: ReadonlySet<string> };

const NOWHERE: ShownSecrets = { headers: new Set(), parameters: new Set() };
const known = new WeakMap<Source, ShownSecrets>();

/**
 * By all of the source's ways to prove itself, not only by the one that an endpoint has chosen: a sender that is set up
 * for another one shows its secret, too.
 */
export function shownSecrets(source: Source | undefined): ShownSecrets {
  if (!source) return NOWHERE;
  const shown = known.get(source) ?? findShown([source.proof, ...Object.values(source.otherProofs)]);
  known.set(source, shown);
  return shown;
}

function findShown(proofs: readonly SourceProof[]): ShownSecrets {
  const headers = new Set<string>();
  const parameters = new Set<string>();
  for (const proof of proofs) {
    if (proof.kind !== "token") continue;
    if ("header" in proof.recipe) headers.add(proof.recipe.header);
    if ("query" in proof.recipe) parameters.add(proof.recipe.query);
  }
  return { headers, parameters };
}
