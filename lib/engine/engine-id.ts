import { createHash } from "node:crypto";
import { stampUuidV7 } from "@/lib/domain/ids";

/** A new id for a run or an event: a UUIDv7, so that runs begun earlier sort before later ones. */
export function newEngineId(nowMs = Date.now()): string {
  return toUuidText(Buffer.from(stampUuidV7(crypto.getRandomValues(new Uint8Array(16)), nowMs)));
}

/** The same UUID for the same texts: what the database compares instead of values of any length. */
export function hashToUuid(...parts: string[]): string {
  return toUuidText(createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16));
}

function toUuidText(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
