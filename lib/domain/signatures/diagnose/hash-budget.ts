import type { Hmac } from "@/lib/domain/signatures/hmac";
import type { ProofCrypto } from "@/lib/domain/signatures/proof-crypto";

/** How much a diagnosis may compute, and how much it has. One budget serves everything that is tried on a request. */
export type HashBudget = { triesMax: number; bytesMax: number; tried: number; bytes: number };

/** Enough for three mistakes at once among twenty endpoints, in less than a second. */
export function newHashBudget(): HashBudget {
  return { triesMax: 20_000, bytesMax: 64 * 1_048_576, tried: 0, bytes: 0 };
}

/** Takes one try over so many bytes. False, and nothing is taken, when that would be too much. */
export function takeTry(budget: HashBudget, bytes: number): boolean {
  if (budget.tried >= budget.triesMax || budget.bytes + bytes > budget.bytesMax) return false;
  budget.tried += 1;
  budget.bytes += bytes;
  return true;
}

/** Cryptography that stops proving anything once the budget is used up. */
export function withinBudget(crypto: ProofCrypto, budget: HashBudget): ProofCrypto {
  let refusals = 0;
  const take = (parts: readonly Uint8Array[]) => takeTry(budget, lengthOf(parts));
  const hmac: Hmac = (algorithm, key, ...parts) => (take(parts) ? crypto.hmac(algorithm, key, ...parts) : NOTHING);
  return {
    hmac,
    // Tokens are compared by their digests, so that no two of those that were not computed may be the same.
    digest: (algorithm, ...parts) =>
      take(parts) ? crypto.digest(algorithm, ...parts) : new TextEncoder().encode(String(refusals++)),
    isSignedBy: (signer, data, signature) => take([data]) && crypto.isSignedBy(signer, data, signature),
  };
}

const NOTHING = new Uint8Array();

/** How many bytes there are in all. */
export function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((length, part) => length + part.length, 0);
}
