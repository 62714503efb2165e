/**
 * A keyed hash over the parts, one after another. Given from outside: the domain runs in the browser, too, and the
 * body must not be copied only to stand behind its timestamp.
 */
export type Hmac = (algorithm: HmacAlgorithm, key: Uint8Array, ...parts: Uint8Array[]) => Uint8Array;

export type HmacAlgorithm = keyof typeof DIGEST_BYTES;

/** How long each algorithm's answer is. */
export const DIGEST_BYTES = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
