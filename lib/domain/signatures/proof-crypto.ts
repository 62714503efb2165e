import type { Hmac } from "@/lib/domain/signatures/hmac";

/**
 * The half of a key pair that a sender publishes: PEM text (a key or a certificate), its bytes, which are 32 raw ones for
 * Ed25519 and SubjectPublicKeyInfo otherwise, or a JSON Web Key.
 */
export type PublicKey = string | Uint8Array | JsonWebKey;

/** https://www.rfc-editor.org/rfc/rfc7517, as far as we know them. */
export type JsonWebKey = { kty: "RSA"; n: string; e: string } | { kty: "EC"; crv: "P-256"; x: string; y: string };

/** The same ECDSA signature comes in two forms: DER, and the two plain numbers that JSON Web Tokens carry. */
export type KeyAlgorithm = "ed25519" | "ecdsa-sha256" | "ecdsa-sha256-plain" | "rsa-sha1" | "rsa-sha256";

export type Signer = { key: PublicKey; algorithm: KeyAlgorithm };

/** The cryptography that proofs need, lent by the platform: the domain runs in the browser, too. */
export type ProofCrypto = {
  hmac: Hmac;
  digest: (algorithm: "sha1" | "sha256", ...parts: Uint8Array[]) => Uint8Array;
  /** Whether this signer signed these bytes. False for a key or a signature that cannot be read. */
  isSignedBy: (signer: Signer, data: Uint8Array, signature: Uint8Array) => boolean;
};
