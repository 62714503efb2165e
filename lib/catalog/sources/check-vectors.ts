import type { Source, Vector } from "@/lib/catalog/sources/define-source";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import type { ProofCrypto } from "@/lib/domain/signatures/proof-crypto";

export type CheckedVector = { name: string; expected: Vector["expect"]; isAsExpected: boolean };

/** Puts every vector of a source through the way in which its endpoints check: the proof that they check rightly. */
export function checkVectors(source: Source, crypto: ProofCrypto): CheckedVector[] {
  return source.vectors.map((vector) => ({
    name: vector.name,
    expected: vector.expect,
    isAsExpected: isAccepted(source, vector, crypto) === (vector.expect === "accept"),
  }));
}

function isAccepted(source: Source, vector: Vector, crypto: ProofCrypto): boolean {
  const options = { ...vector.options, ...(vector.scheme ? { scheme: vector.scheme } : {}) };
  const verifier = verifierOf(source, options);
  if (verifier === "none" || verifier === undefined) return verifier === "none";
  const headers = Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), [value]]);
  const request = {
    method: vector.method ?? "POST",
    url: vector.url ?? "",
    headers: Object.fromEntries(headers),
    body: new TextEncoder().encode(vector.body),
  };
  const secrets = vector.secrets.map((value, n) => ({ id: String(n), value }));
  const keys = new Map(Object.entries(vector.keys ?? {}));
  return verifier.verify(request, { secrets, options, keys, crypto, nowMs: (vector.nowSeconds ?? 0) * 1_000 }).ok;
}
