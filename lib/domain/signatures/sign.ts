import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";
import type { Hmac } from "@/lib/domain/signatures/hmac";
import { writeTimestamp } from "@/lib/domain/signatures/read-timestamp";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signedParts } from "@/lib/domain/signatures/signed-parts";
import { signingKey } from "@/lib/domain/signatures/signing-key";

type Unsigned = { method: string; url: string; body: Uint8Array; id: string };

type Context = { secret: string; nowMs: number; hmac: Hmac };

/**
 * The headers that a sender following the recipe would add, for ringing one's own endpoint. Undefined when the secret
 * cannot be used. A timestamp that stands in the body has to be there already.
 */
export function signRequest(
  recipe: HmacRecipe,
  request: Unsigned,
  context: Context,
): Record<string, string> | undefined {
  const key = signingKey(recipe, context.secret);
  if (!key) return undefined;

  const timestamp = writeTimestamp(context.nowMs, recipe.timestampUnit);
  const parts = signedParts(recipe.signedContent, { ...request, timestamp });
  const signature = recipe.prefix + encodeBytes(context.hmac(recipe.algorithm, key, ...parts), recipe.encoding);
  const timestampPiece = recipe.timestampPrefix
    ? `${recipe.timestampPrefix}${timestamp}${recipe.separator ?? ","}`
    : "";

  return {
    ...recipe.requiredHeaders,
    ...(recipe.idHeader && { [recipe.idHeader]: request.id }),
    ...(recipe.timestampHeader && { [recipe.timestampHeader]: timestamp }),
    [signatureHeader(recipe)]: timestampPiece + signature,
  };
}

function signatureHeader(recipe: HmacRecipe): string {
  return ([recipe.header].flat()[0] ?? "").replace(/\*$/, "1");
}
