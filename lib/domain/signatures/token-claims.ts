import type { JsonWebToken } from "@/lib/domain/signatures/json-web-token";
import type { Refusal } from "@/lib/domain/signatures/proof";
import { refuse } from "@/lib/domain/signatures/refuse";

/** What a token has to say. Where nothing is asked for, anything will do. */
export type ExpectedClaims = { issuers?: readonly string[]; audience?: string };

/** The clocks of two machines are never quite the same. */
const LEEWAY_SECONDS = 10;

/** Why a rightly signed token is refused; undefined when it is not. One that never expires is. */
export function refusalForClaims(
  { claims }: JsonWebToken,
  { issuers, audience }: ExpectedClaims,
  nowMs: number,
): Refusal | undefined {
  const { iss, aud, exp, nbf } = claims;
  if (issuers && !(typeof iss === "string" && issuers.includes(iss))) {
    return refuse("wrong_audience", "The token is right, but was issued by somebody else.");
  }
  if (audience !== undefined && ![aud].flat().includes(audience)) {
    return refuse("wrong_audience", "The token is right, but meant for somebody else.");
  }
  const nowSeconds = nowMs / 1_000;
  if (typeof exp !== "number") return refuse("missing_timestamp", "The token does not say until when it is valid.");
  if (nowSeconds >= exp + LEEWAY_SECONDS) return refuse("too_old", "The token is right, but has expired.");
  if (nbf === undefined) return undefined;
  if (typeof nbf !== "number") return refuse("malformed_timestamp", "The token's time of beginning is no number.");
  if (nowSeconds < nbf - LEEWAY_SECONDS) return refuse("too_new", "The token is right, but not valid yet.");
  return undefined;
}
