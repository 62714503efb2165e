import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";

const utf8 = new TextEncoder();

/** The key that a secret's text stands for; undefined when it is empty or not in the recipe's encoding. */
export function signingKey(recipe: HmacRecipe, secret: string): Uint8Array | undefined {
  const text = secret.startsWith(recipe.keyPrefix) ? secret.slice(recipe.keyPrefix.length) : secret;
  const key = recipe.keyEncoding === "text" ? utf8.encode(text) : decodeBytes(text, recipe.keyEncoding);
  return key && key.length > 0 ? key : undefined;
}
