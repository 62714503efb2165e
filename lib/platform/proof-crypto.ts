import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import type { KeyAlgorithm, ProofCrypto, Signer } from "@/lib/domain/signatures/proof-crypto";
import { hmac } from "@/lib/platform/digest";

/** Node's cryptography, for the proofs in `lib/domain/signatures` and the catalog. */
export const proofCrypto: ProofCrypto = {
  hmac,
  digest(algorithm, ...parts) {
    const hash = createHash(algorithm);
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  isSignedBy(signer, data, signature) {
    try {
      return verify(HASHES[signer.algorithm], data, readKey(signer), signature);
    } catch {
      // A key that is none, or a signature that cannot be one: whatever OpenSSL calls it, nothing is proven.
      return false;
    }
  },
};

const HASHES: Readonly<Record<KeyAlgorithm, string | null>> = {
  ed25519: null,
  "ecdsa-sha256": "sha256",
  "rsa-sha1": "sha1",
  "rsa-sha256": "sha256",
};

/** What stands before a raw Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const ED25519_BYTES = 32;

function readKey({ key, algorithm }: Signer): KeyObject {
  if (typeof key === "string") return createPublicKey(key);
  const isRaw = algorithm === "ed25519" && key.length === ED25519_BYTES;
  return createPublicKey({
    key: isRaw ? Buffer.concat([ED25519_PREFIX, key]) : Buffer.from(key),
    format: "der",
    type: "spki",
  });
}
