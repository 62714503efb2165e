import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { findKey, KEY_ID_BYTES, newestKey } from "@/lib/platform/key-ring";

/** The row and the use that a sealed value belongs to. Moved anywhere else, it does not open. */
export type Binding = { workspaceId: string; purpose: string; id: string };

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a secret for keeping: the key's id, a fresh nonce, the ciphertext and its tag, in this order. */
export function seal(plain: string | Uint8Array, boundTo: Binding): Uint8Array {
  const { id, key } = newestKey();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bindingBytes(boundTo));
  return Buffer.concat([id, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was sealed. Throws when the value was changed, moved, or sealed with a master key that is not there. */
export function open(sealed: Uint8Array, boundTo: Binding): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const found = findKey(bytes.subarray(0, KEY_ID_BYTES));
  if (!found) {
    throw new Error(
      "A secret was sealed with another master key. Set DOORBELL_MASTER_KEY, or the file master-key in the data directory, to the one that was used before.",
    );
  }
  const nonceEnd = KEY_ID_BYTES + NONCE_BYTES;
  const decipher = createDecipheriv(ALGORITHM, found.key, bytes.subarray(KEY_ID_BYTES, nonceEnd), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bindingBytes(boundTo));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(nonceEnd, -TAG_BYTES)), decipher.final()]).toString("utf8");
}

function bindingBytes({ workspaceId, purpose, id }: Binding): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, purpose, id]));
}
