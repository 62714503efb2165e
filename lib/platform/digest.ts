import { createHmac, hash, randomBytes, timingSafeEqual } from "node:crypto";
import type { HmacAlgorithm } from "@/lib/domain/signatures/hmac";

/** SHA-256 of bytes, or of a text's UTF-8. */
export function sha256(data: string | Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(hash("sha256", data, "buffer"));
}

/** A keyed hash over the parts, one after another: what `lib/domain/signatures` asks for. */
export function hmac(algorithm: HmacAlgorithm, key: Uint8Array, ...parts: Uint8Array[]): Uint8Array {
  const keyed = createHmac(algorithm, key);
  for (const part of parts) keyed.update(part);
  return keyed.digest();
}

/** That many random bytes in URL-safe letters: 24 bytes give 32 letters. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** Whether two texts are the same, in a time that tells neither where they differ nor how long they are. */
export function safeEqual(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}
