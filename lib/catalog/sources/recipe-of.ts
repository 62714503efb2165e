import type { Source } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

/** How this endpoint's sender signs; undefined when it does not, or not with a shared secret. */
export function recipeOf(source: Source, options: Record<string, unknown>): HmacRecipe | undefined {
  const proof = findProof(source, options["scheme"]);
  if (proof?.kind === "hmac") return proof.recipe;
  return proof?.kind === "custom-hmac" ? HmacRecipe.safeParse(options["recipe"] ?? {}).data : undefined;
}
