import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Hmac } from "@/lib/domain/signatures/hmac";
import type { Proof } from "@/lib/domain/signatures/proof";
import { readClaim } from "@/lib/domain/signatures/read-claim";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { refusalForTime } from "@/lib/domain/signatures/refusal-for-time";
import { signedParts } from "@/lib/domain/signatures/signed-parts";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { signingKey } from "@/lib/domain/signatures/signing-key";
import type { Secret, Verifier } from "@/lib/domain/signatures/verifier";

type Context = {
  /** Tried in this order; the first that fits is named in the proof. */
  secrets: readonly Secret[];
  nowMs: number;
  hmac: Hmac;
};

/**
 * Checks that somebody who knows one of the secrets signed these bytes, and not too long ago. Whatever is missing, empty
 * or strange, the answer is a refusal. The time is judged last: “too old” says that the signature itself was right.
 */
export function verifySignature(recipe: HmacRecipe, request: SignedRequest, context: Context): Proof {
  const secrets = context.secrets.filter((secret) => secret.value !== "");
  if (secrets.length === 0) {
    return { ok: false, reason: "no_secret", message: "There is no secret to check the signature with." };
  }

  const claim = readClaim(recipe, request);
  if (!claim.ok) return claim;

  const usable = usableKeys(recipe, secrets);
  if (usable.length === 0) {
    return {
      ok: false,
      reason: "unusable_secret",
      message: `The secret is not ${recipe.keyEncoding}, as this sender's have to be.`,
    };
  }

  const { body, url, method } = request;
  const parts = signedParts(recipe.signedContent, { body, url, method, id: claim.id, timestamp: claim.timestamp });
  const signer = usable.find(({ key }) => {
    const expected = context.hmac(recipe.algorithm, key, ...parts);
    return claim.signatures.some((signature) => equalBytes(signature, expected));
  });
  if (!signer) return { ok: false, reason: "wrong_signature", message: wrongSignature(usable.length) };

  const refusal =
    claim.timestampMs === undefined ? undefined : refusalForTime(recipe, claim.timestampMs, context.nowMs);
  return refusal ?? { ok: true, secretId: signer.id };
}

function usableKeys(recipe: HmacRecipe, secrets: Secret[]): { id: string; key: Uint8Array }[] {
  const usable: { id: string; key: Uint8Array }[] = [];
  for (const { id, value } of secrets) {
    const key = signingKey(recipe, value);
    if (key) usable.push({ id, key });
  }
  return usable;
}

function wrongSignature(secretCount: number): string {
  const secrets = secretCount === 1 ? "the endpoint's secret" : `any of the endpoint's ${secretCount} secrets`;
  return `The signature was not made with ${secrets}, or the request was changed on its way.`;
}

/** The recipe as one of the ways in which a sender proves itself. */
export function hmacVerifier(recipe: HmacRecipe): Verifier {
  return {
    verify: (request, { secrets, nowMs, crypto }) =>
      verifySignature(recipe, request, { secrets, nowMs, hmac: crypto.hmac }),
  };
}
