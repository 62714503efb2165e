import { sha256 } from "@/lib/platform/digest";
import { deriveKey, refreshMasterKeys } from "@/lib/platform/master-key";

/** How many bytes name a key in front of what it sealed. */
export const KEY_ID_BYTES = 4;

export type SealingKey = { id: Buffer; key: Buffer };

/** All that this process has ever known: what was read before a key was taken away still opens. */
const known = new Map<string, SealingKey>();

/** The key to seal with. Looked up each time: what is sealed with an old one could outlive it. */
export function newestKey(): SealingKey {
  const [newest] = readRing();
  if (!newest) throw new Error("There is no master key.");
  return newest;
}

/** The key of that id. One that is not known yet may have been added by another process a moment ago. */
export function findKey(id: Uint8Array): SealingKey | undefined {
  const name = Buffer.from(id).toString("hex");
  if (!known.has(name)) readRing();
  return known.get(name);
}

/** The keys as they are now, newest first. */
export function readRing(): SealingKey[] {
  return refreshMasterKeys().map(remember);
}

/** The name of the key that a master key seals with. */
export function keyIdOf(masterKey: Buffer): Buffer {
  return sealingKeyOf(masterKey).id;
}

function remember(masterKey: Buffer): SealingKey {
  const sealing = sealingKeyOf(masterKey);
  known.set(sealing.id.toString("hex"), sealing);
  return sealing;
}

function sealingKeyOf(masterKey: Buffer): SealingKey {
  const key = deriveKey("seal", masterKey);
  return { key, id: sha256(key).subarray(0, KEY_ID_BYTES) };
}
