import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { authorizationOf, type JsonWebToken, readJsonWebToken } from "@/lib/domain/signatures/json-web-token";
import type { Proof, Refusal } from "@/lib/domain/signatures/proof";
import { refuse } from "@/lib/domain/signatures/refuse";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { type ExpectedClaims, refusalForClaims } from "@/lib/domain/signatures/token-claims";
import type { ProofContext, ProofOptions, Secret, Verifier } from "@/lib/domain/signatures/verifier";

export type SecretTokenRules = {
  expectedOf: (options: ProofOptions) => ExpectedClaims;
  /** Why a right token does not fit the request that it came with. */
  refusalFor?: (token: JsonWebToken, request: SignedRequest, context: ProofContext) => Refusal | undefined;
};

const utf8 = new TextEncoder();

/** Senders that show a JSON Web Token, signed with the secret that they share with us. */
export function secretTokenVerifier({ expectedOf, refusalFor }: SecretTokenRules): Verifier {
  return {
    verify(request, context): Proof {
      const secrets = context.secrets.filter(isUsable);
      if (secrets.length === 0) return refuse("no_secret", "There is no secret to check the token with.");
      const written = authorizationOf(request);
      if (!written)
        return refuse("missing_signature", "The header authorization did not come. Expected a token in it.");
      const token = readJsonWebToken(written);
      if (token?.algorithm !== "HS256") {
        return refuse("malformed_signature", "The header authorization holds no token signed with HS256.");
      }
      const signer = secrets.find(({ value }) =>
        equalBytes(token.signature, context.crypto.hmac("sha256", utf8.encode(value), token.signed)),
      );
      if (!signer) return refuse("wrong_signature", "The token was not signed with the endpoint's secret.");
      const refusal =
        refusalFor?.(token, request, context) ?? refusalForClaims(token, expectedOf(context.options), context.nowMs);
      return refusal ?? { ok: true, secretId: signer.id };
    },
  };
}

/** Whoever pastes a public key here would make a secret of what everybody knows. */
function isUsable({ value }: Secret): boolean {
  return value !== "" && !value.trimStart().startsWith("-----BEGIN");
}
