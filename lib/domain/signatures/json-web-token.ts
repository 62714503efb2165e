import { isLosslessNumber } from "lossless-json";
import type { Json } from "@/lib/domain/json/json";
import { parseJson } from "@/lib/domain/json/parse-json";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";

/** A JSON Web Token's parts, of which nothing is proven. https://www.rfc-editor.org/rfc/rfc7519 */
export type JsonWebToken = {
  algorithm: "HS256" | "RS256" | "ES256";
  /** Which of the sender's keys signed it. */
  keyId: string | undefined;
  claims: Readonly<Record<string, unknown>>;
  /** What the signature is made over: the token's first two parts, as they were written. */
  signed: Uint8Array;
  signature: Uint8Array;
};

const LENGTH_MAX = 16_384;

const utf8 = new TextEncoder();

/** Reads a token; undefined for what is none, is signed by no algorithm that we take, or asks for what we do not know. */
export function readJsonWebToken(text: string): JsonWebToken | undefined {
  const parts = text.length > LENGTH_MAX ? [] : text.split(".");
  const [header = "", payload = "", signature = ""] = parts;
  const { alg, kid, crit } = objectIn(header);
  const claims = objectIn(payload);
  const bytes = decodeBytes(signature, "base64url");
  if (parts.length !== 3 || !bytes || crit !== undefined) return undefined;
  if (alg !== "HS256" && alg !== "RS256" && alg !== "ES256") return undefined;
  const keyId = typeof kid === "string" ? kid : undefined;
  return { algorithm: alg, keyId, claims, signed: utf8.encode(`${header}.${payload}`), signature: bytes };
}

/** The token in the header `Authorization`, with or without `Bearer` before it; undefined when there is no header. */
export function authorizationOf({ headers }: SignedRequest): string | undefined {
  return headerValues(headers, "authorization")[0]
    ?.replace(/^Bearer +/i, "")
    .trim();
}

/** An object that is not there has no fields: no algorithm and no time of expiry, so that nothing is let pass. */
function objectIn(part: string): Readonly<Record<string, Json>> {
  const bytes = decodeBytes(part, "base64url");
  const json = bytes ? parseJson(new TextDecoder().decode(bytes)) : undefined;
  const value = json?.ok ? json.value : null;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
  return isObject ? value : {};
}
