import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import type { JsonWebToken } from "@/lib/domain/signatures/json-web-token";
import type { JsonWebKey, Signer } from "@/lib/domain/signatures/proof-crypto";

/**
 * The key that a token says it was signed with, in what the sender publishes: a JSON Web Key Set, or an object with a PEM
 * certificate under each key's id. Undefined when it is not there, or is not for the token's algorithm.
 */
export function publishedKey(published: string, token: JsonWebToken): Signer | undefined {
  const json = parseJson(published);
  if (!json.ok || token.algorithm === "HS256") return undefined;
  const set = readPath(json.value, ["keys"]);
  if (Array.isArray(set)) return keyInSet(set, token);
  const certificate = token.keyId === undefined ? undefined : readPath(json.value, [token.keyId]);
  if (typeof certificate !== "string" || token.algorithm !== "RS256") return undefined;
  return { key: certificate, algorithm: "rsa-sha256" };
}

function keyInSet(set: unknown[], { keyId, algorithm }: JsonWebToken): Signer | undefined {
  const usable = set.flatMap((item) => {
    const key = keyOf(item);
    const { use = "sig", alg = algorithm, kid } = fieldsOf(item);
    if (!key || use !== "sig" || alg !== algorithm || key.kty !== KEY_TYPES[algorithm]) return [];
    return [{ key, kid }];
  });
  // A token without a key's id is clear only where there is no choice.
  const found =
    keyId === undefined ? usable.slice(0, usable.length === 1 ? 1 : 0) : usable.filter(({ kid }) => kid === keyId);
  const [first] = found;
  return first && { key: first.key, algorithm: algorithm === "ES256" ? "ecdsa-sha256-plain" : "rsa-sha256" };
}

const KEY_TYPES: Readonly<Record<JsonWebToken["algorithm"], JsonWebKey["kty"] | null>> = {
  HS256: null,
  RS256: "RSA",
  ES256: "EC",
};

function keyOf(item: unknown): JsonWebKey | undefined {
  const { kty, n, e, crv, x, y } = fieldsOf(item);
  if (kty === "RSA" && typeof n === "string" && typeof e === "string") return { kty, n, e };
  if (kty === "EC" && crv === "P-256" && typeof x === "string" && typeof y === "string") return { kty, crv, x, y };
  return undefined;
}

function fieldsOf(item: unknown): Record<string, unknown> {
  return typeof item === "object" && item !== null ? { ...item } : {};
}
