import { authorizationOf, readJsonWebToken } from "@/lib/domain/signatures/json-web-token";
import type { Proof, Refusal } from "@/lib/domain/signatures/proof";
import { publishedKey } from "@/lib/domain/signatures/published-key";
import { refuse } from "@/lib/domain/signatures/refuse";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { type ExpectedClaims, refusalForClaims } from "@/lib/domain/signatures/token-claims";
import type { ProofContext, ProofOptions, Verifier } from "@/lib/domain/signatures/verifier";

export type PublishedTokenRules = {
  ok: true;
  /** Where the keys stand. */
  keyUrl: string;
  expected: ExpectedClaims;
  /** Whether the claims are of the account that the endpoint is for. */
  isOurs?: (claims: Readonly<Record<string, unknown>>) => boolean;
};

/** Rules from the endpoint's options, or why they do not suffice. */
type RulesOf = (request: SignedRequest, options: ProofOptions) => PublishedTokenRules | Refusal;

/** Senders that show a JSON Web Token, signed with a private key whose public half stands at an address of theirs. */
export function publishedTokenVerifier(rulesOf: RulesOf): Verifier {
  return {
    keyUrls(request, options) {
      const rules = rulesOf(request, options);
      const token = readJsonWebToken(authorizationOf(request) ?? "");
      return rules.ok && token && token.algorithm !== "HS256" ? [rules.keyUrl] : [];
    },
    verify(request, context) {
      const rules = rulesOf(request, context.options);
      return rules.ok ? prove(rules, request, context) : rules;
    },
  };
}

function prove(rules: PublishedTokenRules, request: SignedRequest, context: ProofContext): Proof {
  const written = authorizationOf(request);
  if (!written) return refuse("missing_signature", "The header authorization did not come. Expected a token in it.");
  return proveToken(rules, written, context);
}

/** Checks one token, wherever it stood. */
export function proveToken(
  rules: Omit<PublishedTokenRules, "ok">,
  written: string,
  { keys, crypto, nowMs }: ProofContext,
): Proof {
  const token = readJsonWebToken(written);
  // A published key must never serve as a shared secret: everybody knows it.
  if (!token || token.algorithm === "HS256") {
    return refuse("malformed_signature", "What came is no token that is signed with RS256 or ES256.");
  }
  const published = keys.get(rules.keyUrl);
  if (published === undefined) return refuse("missing_key", "The sender's keys could not be read.");
  const signer = publishedKey(published, token);
  if (!signer) return refuse("missing_key", "The token's key is not among those that the sender publishes.");
  if (!crypto.isSignedBy(signer, token.signed, token.signature)) {
    return refuse("wrong_signature", "The token was not signed with the sender's key.");
  }
  if (rules.isOurs && !rules.isOurs(token.claims)) {
    return refuse("wrong_audience", "The token is right, but of another account.");
  }
  return refusalForClaims(token, rules.expected, nowMs) ?? { ok: true, secretId: null };
}
