import { signedWithSecret } from "@/lib/catalog/sources/verifiers/signed-with-secret";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { HmacAlgorithm } from "@/lib/domain/signatures/hmac";
import type { Refusal } from "@/lib/domain/signatures/proof";
import type { ProofCrypto } from "@/lib/domain/signatures/proof-crypto";
import { refuse } from "@/lib/domain/signatures/refuse";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

const HEADER = "messagebird-signature-jwt";
const LEEWAY_SECONDS = 5;

/** Bird sends a token that is signed with the key, and holds digests of the address and the body. */
export const messagebirdVerifier: Verifier = {
  verify(request, context) {
    const [token] = headerValues(request.headers, HEADER);
    if (token === undefined) return refuse("missing_signature", `The header ${HEADER} did not come.`);
    const parsed = readToken(token);
    if (!parsed) return refuse("malformed_signature", `The header ${HEADER} came without a token of Bird's.`);
    const proof = signedWithSecret(context, (key) =>
      equalBytes(context.crypto.hmac(parsed.algorithm, key, parsed.signed), parsed.signature),
    );
    if (!proof.ok) return proof;
    return claimsRefusal(parsed.claims, request, context.crypto) ?? timeRefusal(parsed.claims, context.nowMs) ?? proof;
  },
};

type Claims = Record<string, unknown>;
type Token = { algorithm: HmacAlgorithm; claims: Claims; signed: Uint8Array; signature: Uint8Array };

const ALGORITHMS: ReadonlyMap<unknown, HmacAlgorithm> = new Map([
  ["HS256", "sha256"],
  ["HS384", "sha384"],
  ["HS512", "sha512"],
]);

function readToken(token: string): Token | undefined {
  const [head = "", payload = "", signature = "", ...rest] = token.trim().split(".");
  const algorithm = ALGORITHMS.get(jsonIn(head)?.["alg"]);
  const claims = jsonIn(payload);
  const bytes = decodeBytes(signature, "base64url");
  if (rest.length > 0 || !algorithm || !claims || !bytes) return undefined;
  return { algorithm, claims, signed: new TextEncoder().encode(`${head}.${payload}`), signature: bytes };
}

function jsonIn(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodeBytes(part, "base64url")));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function claimsRefusal(claims: Claims, { url, body }: SignedRequest, crypto: ProofCrypto): Refusal | undefined {
  if (claims["iss"] !== "MessageBird") return refuse("wrong_audience", "The token is not from MessageBird.");
  const digest = (bytes: Uint8Array) => encodeBytes(crypto.digest("sha256", bytes), "hex");
  if (claims["url_hash"] !== digest(new TextEncoder().encode(url))) {
    return refuse("wrong_signature", "The signature was not made with this address.");
  }
  // A token without a digest is for a request without a body, and the other way round.
  const expected = body.length > 0 ? digest(body) : undefined;
  if (claims["payload_hash"] === expected) return undefined;
  return refuse("wrong_signature", "The signature was not made with this body: it was changed on its way.");
}

function timeRefusal({ nbf, exp }: Claims, nowMs: number): Refusal | undefined {
  if (typeof nbf !== "number" || typeof exp !== "number") {
    return refuse("malformed_timestamp", "The time of signing is not a number of seconds since 1970.");
  }
  const nowSeconds = Math.floor(nowMs / 1_000);
  if (nowSeconds >= exp + LEEWAY_SECONDS) {
    return refuse("too_old", `The signature is right, but was good for ${exp - nbf} seconds only.`);
  }
  if (nowSeconds >= nbf - LEEWAY_SECONDS) return undefined;
  return refuse("too_new", `The signature is right, but from ${nbf - nowSeconds} seconds in the future.`);
}
