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
      const { hash, keyType, isPlain = false } = ALGORITHMS[signer.algorithm];
      const key = readKey(signer);
      if (key.asymmetricKeyType !== keyType) return false;
      return verify(hash, data, isPlain ? { key, dsaEncoding: "ieee-p1363" } : key, signature);
    } catch {
      // A key that is none, or a signature that cannot be one: whatever OpenSSL calls it, nothing is proven.
      return false;
    }
  },
};

type Algorithm = { hash: string | null; keyType: "ed25519" | "ec" | "rsa"; isPlain?: boolean };

const ALGORITHMS: Readonly<Record<KeyAlgorithm, Algorithm>> = {
  ed25519: { hash: null, keyType: "ed25519" },
  "ecdsa-sha256": { hash: "sha256", keyType: "ec" },
  "ecdsa-sha256-plain": { hash: "sha256", keyType: "ec", isPlain: true },
  "rsa-sha1": { hash: "sha1", keyType: "rsa" },
  "rsa-sha256": { hash: "sha256", keyType: "rsa" },
};

/** What stands before a raw Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const ED25519_BYTES = 32;

function readKey({ key, algorithm }: Signer): KeyObject {
  if (typeof key === "string") return createPublicKey(key);
  if (!(key instanceof Uint8Array)) return createPublicKey({ key: { ...key }, format: "jwk" });
  const isRaw = algorithm === "ed25519" && key.length === ED25519_BYTES;
  return createPublicKey({
    key: isRaw ? Buffer.concat([ED25519_PREFIX, key]) : Buffer.from(key),
    format: "der",
    type: "spki",
  });
}
