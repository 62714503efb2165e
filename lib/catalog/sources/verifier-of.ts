import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { keyVerifier } from "@/lib/domain/signatures/key-recipe";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { tokenVerifier } from "@/lib/domain/signatures/token-recipe";
import type { ProofOptions, Verifier } from "@/lib/domain/signatures/verifier";
import { hmacVerifier } from "@/lib/domain/signatures/verify";

/** How an endpoint checks its sender: not at all, or by this. Undefined for options that no such source can follow. */
export function verifierOf(source: Source, options: ProofOptions): Verifier | "none" | undefined {
  const proof = findProof(source, options["scheme"]);
  return proof && compile(proof, options);
}

function compile(proof: SourceProof, options: ProofOptions): Verifier | "none" | undefined {
  switch (proof.kind) {
    case "none":
      return "none";
    case "hmac":
      return eitherOf(proof.recipe, proof.orElse, options);
    case "custom-hmac": {
      const recipe = HmacRecipe.safeParse(options["recipe"] ?? {}).data;
      return recipe && hmacVerifier(within(recipe, options));
    }
    case "token":
      return proof.besides ? bothOf(tokenVerifier(proof.recipe), proof.besides) : tokenVerifier(proof.recipe);
    case "key":
      return keyVerifier(within(proof.recipe, options));
    case "own":
      return proof.verifier;
  }
}

function eitherOf(recipe: HmacRecipe, orElse: HmacRecipe | undefined, options: ProofOptions): Verifier {
  const usual = hmacVerifier(within(recipe, options));
  if (!orElse) return usual;
  const other = hmacVerifier(within(orElse, options));
  return {
    verify(request, context) {
      const proof = usual.verify(request, context);
      if (proof.ok || proof.reason !== "missing_signature") return proof;
      const second = other.verify(request, context);
      return !second.ok && second.reason === "missing_signature" ? proof : second;
    },
  };
}

/** The first tells whose secret it was, and the second which keys it needs. */
function bothOf(first: Verifier, second: Verifier): Verifier {
  return {
    ...second,
    verify(request, context) {
      const proof = first.verify(request, context);
      const other = proof.ok ? second.verify(request, context) : proof;
      return other.ok ? proof : other;
    },
  };
}

/** The endpoint may widen or narrow the window for the time of signing. */
export function within<Recipe extends { toleranceSeconds: number | null }>(
  recipe: Recipe,
  options: ProofOptions,
): Recipe {
  const seconds = options["toleranceSeconds"];
  return typeof seconds === "number" ? { ...recipe, toleranceSeconds: seconds } : recipe;
}
