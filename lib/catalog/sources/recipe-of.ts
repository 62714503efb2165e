import type { Source } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

/** How this endpoint's sender signs; undefined when it does not, or not with a shared secret. */
export function recipeOf(source: Source, options: Record<string, unknown>): HmacRecipe | undefined {
  return recipesOf(source, options)[0];
}

/** Every way in which this endpoint's sender may sign, in the order they are tried. */
export function recipesOf(source: Source, options: Record<string, unknown>): HmacRecipe[] {
  const proof = findProof(source, options["scheme"]);
  if (proof?.kind === "hmac") return proof.orElse ? [proof.recipe, proof.orElse] : [proof.recipe];
  const custom = proof?.kind === "custom-hmac" ? HmacRecipe.safeParse(options["recipe"] ?? {}).data : undefined;
  return custom ? [custom] : [];
}
