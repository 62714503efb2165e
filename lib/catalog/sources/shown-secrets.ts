import type { Source } from "@/lib/catalog/sources/define-source";

/** Where secrets are shown as they are: names of headers, in lower case, and of query parameters. */
export type ShownSecrets = { headers: ReadonlySet<string>; parameters: ReadonlySet<string> };

/**
 * Where the senders of a source show their secret, and that of the header that the endpoint asks for besides. By all of
 * the source's ways to prove itself: a sender that is set up for another one than the endpoint shows its secret, too.
 */
export function shownSecrets(source: Source | undefined, tokenHeader?: string): ShownSecrets {
  const headers = new Set(tokenHeader === undefined ? [] : [tokenHeader]);
  const parameters = new Set<string>();
  for (const proof of source ? [source.proof, ...Object.values(source.otherProofs)] : []) {
    if (proof.kind !== "token") continue;
    if ("header" in proof.recipe) headers.add(proof.recipe.header);
    if ("query" in proof.recipe) parameters.add(proof.recipe.query);
  }
  return { headers, parameters };
}
