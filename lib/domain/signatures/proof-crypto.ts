import type { Hmac } from "@/lib/domain/signatures/hmac";

/**
 * The half of a key pair that a sender publishes: PEM text (a key or a certificate), or its bytes, which are 32 raw ones
 * for Ed25519 and SubjectPublicKeyInfo otherwise.
 */
export type PublicKey = string | Uint8Array;

export type KeyAlgorithm = "ed25519" | "ecdsa-sha256" | "rsa-sha1" | "rsa-sha256";

export type Signer = { key: PublicKey; algorithm: KeyAlgorithm };

/** The cryptography that proofs need, lent by the platform: the domain runs in the browser, too. */
export type ProofCrypto = {
  hmac: Hmac;
  digest: (algorithm: "sha1" | "sha256", ...parts: Uint8Array[]) => Uint8Array;
  /** Whether this signer signed these bytes. False for a key or a signature that cannot be read. */
  isSignedBy: (signer: Signer, data: Uint8Array, signature: Uint8Array) => boolean;
};
