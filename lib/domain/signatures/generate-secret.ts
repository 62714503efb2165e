import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";

/** How a secret of ours is written: 32 random bytes behind a prefix. */
export type SecretForm = { prefix: string; encoding: "hex" | "base64" };

const SECRET_BYTES = 32;

/** A new secret, as the person copies it to the sender. */
export function generateSecret(form: SecretForm): string {
  return form.prefix + encodeBytes(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)), form.encoding);
}
