import { z } from "zod";

/** The kinds of things that have an id, with the prefix that people see. */
const PREFIXES = {
  workspace: "wsp",
  user: "usr",
  session: "ses",
  apiKey: "key",
  endpoint: "end",
  secret: "sec",
  delivery: "dlv",
  workflow: "wfl",
  version: "ver",
  run: "run",
  step: "stp",
  attempt: "att",
  securityEvent: "sev",
  connection: "con",
  wait: "wai",
  replay: "rpl",
} as const;

export type IdKind = keyof typeof PREFIXES;

/** An id as people see it: the kind's prefix and the 32 hex digits of a UUIDv7, as in `dlv_0198f0c2…`. */
export type Id<Kind extends IdKind> = `${(typeof PREFIXES)[Kind]}_${string}`;

/** A new id. Ids of one kind sort by the time they were made, to the millisecond (RFC 9562, UUIDv7). */
export function newId<Kind extends IdKind>(kind: Kind, nowMs = Date.now()): Id<Kind> {
  return idOfBytes(kind, stampUuidV7(freshBytes(), nowMs));
}

const POOL_BYTES = 4_096;
let randomPool = new Uint8Array(0);
let taken = 0;

/** 16 random bytes that nobody else gets. To ask the system for many costs hardly more than to ask for few. */
function freshBytes(): Uint8Array {
  if (taken === randomPool.length) {
    randomPool = crypto.getRandomValues(new Uint8Array(POOL_BYTES));
    taken = 0;
  }
  taken += 16;
  return randomPool.subarray(taken - 16, taken);
}

/** The same id for the same 16 bytes: ids of rows that may be written twice, and must then be one row. */
export function idOfBytes<Kind extends IdKind>(kind: Kind, bytes: Uint8Array): Id<Kind> {
  let hex = "";
  for (let at = 0; at < 16; at++) hex += HEX[bytes[at] ?? 0];
  return `${PREFIXES[kind]}_${hex}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Writes time, version and variant of a UUIDv7 over 16 random or hashed bytes, in place. */
export function stampUuidV7(bytes: Uint8Array, timeMs: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  view.setUint16(0, Math.floor(timeMs / 2 ** 32));
  view.setUint32(2, timeMs >>> 0);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return bytes;
}

/** When the thing was made, in ms since 1970, as its id tells. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(id.indexOf("_") + 1).slice(0, 12), 16);
}

/** The smallest id of a millisecond, without a prefix: ids made before it are smaller, later ones are not. */
export function idBoundAt(timeMs: number): string {
  return `_${Math.max(0, timeMs).toString(16).padStart(12, "0")}${"0".repeat(20)}`;
}

/** The id as the database keeps it: a plain UUID. */
export function toUuid(id: string): string {
  const hex = id.slice(id.indexOf("_") + 1);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id as people see it. */
export function fromUuid<Kind extends IdKind>(kind: Kind, uuid: string): Id<Kind> {
  return `${PREFIXES[kind]}_${uuid.replaceAll("-", "")}`;
}

/** The same for what may be absent. */
export function fromUuidOrNull<Kind extends IdKind>(kind: Kind, uuid: string | null): Id<Kind> | null {
  return uuid === null ? null : fromUuid(kind, uuid);
}

/** Parses an id of one kind that came from outside. `complaint` is what a person reads when it is none. */
export function idSchema<Kind extends IdKind>(kind: Kind, complaint = `This is not an id of the kind “${kind}”.`) {
  const pattern = new RegExp(`^${PREFIXES[kind]}_[0-9a-f]{32}$`);
  return z
    .string(complaint)
    .regex(pattern, complaint)
    .transform((id) => id as Id<Kind>);
}
