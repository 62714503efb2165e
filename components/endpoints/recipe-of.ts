import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

/** How this endpoint's sender proves itself: its source's usual way, or the scheme that its options name. */
export function proofOf(source: Source, options: Record<string, unknown>): SourceProof {
  const scheme = options["scheme"];
  return (typeof scheme === "string" ? source.otherProofs[scheme] : undefined) ?? source.proof;
}

/** How this endpoint's sender signs; undefined when it does not, or not with a shared secret. */
export function recipeOf(source: Source, options: Record<string, unknown>): HmacRecipe | undefined {
  const proof = proofOf(source, options);
  if (proof.kind === "hmac") return proof.recipe;
  return proof.kind === "custom-hmac" ? HmacRecipe.safeParse(options["recipe"] ?? {}).data : undefined;
}
