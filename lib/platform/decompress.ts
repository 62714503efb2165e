import { promisify } from "node:util";
import * as zlib from "node:zlib";

export type Decompressed =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: "unsupported" | "malformed" | "too_large" };

const LAYERS_MAX = 3;

/**
 * A few KB are unpacked at once: that takes 40 µs, where a worker thread's answer takes 200. Only more bytes, or fewer that
 * swell, are worth not holding up the other rings.
 */
const AT_ONCE = { bytesMax: 65_536, unpackedMax: 262_144 };

/**
 * Undoes a content-encoding, such as `gzip` or `deflate, br`. Whatever the bytes claim to hold, none of its layers is unpacked
 * beyond `bytesMax`. A cut stream is malformed, and so is one with something after its end, but for zeros that pad it.
 */
export async function decompress(raw: Uint8Array, contentEncoding: string, bytesMax: number): Promise<Decompressed> {
  const codings = contentEncoding
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > LAYERS_MAX || !codings.every(isKnown)) return { ok: false, reason: "unsupported" };

  let bytes = raw;
  // The last one named was put on last. Some senders name one for no body at all.
  for (const coding of raw.length === 0 ? [] : codings.reverse()) {
    const unpacked = await unpack(formatOf(coding, bytes), bytes, bytesMax);
    if (!unpacked.ok) return unpacked;
    bytes = unpacked.bytes;
  }
  return bytes.length > bytesMax ? { ok: false, reason: "too_large" } : { ok: true, bytes };
}

const FORMATS = {
  gzip: { now: zlib.gunzipSync, later: promisify(zlib.gunzip) },
  deflate: { now: zlib.inflateSync, later: promisify(zlib.inflate) },
  bareDeflate: { now: zlib.inflateRawSync, later: promisify(zlib.inflateRaw) },
  br: { now: zlib.brotliDecompressSync, later: promisify(zlib.brotliDecompress) },
};

type Format = keyof typeof FORMATS;

const CODINGS: ReadonlyMap<string, Format> = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
  ["br", "br"],
]);

function isKnown(coding: string): boolean {
  return CODINGS.has(coding);
}

/** Some senders leave out deflate's header, which is told by its sum. */
function formatOf(coding: string, [first = 0, second = 0]: Uint8Array): Format {
  const format = CODINGS.get(coding) ?? "gzip";
  const hasHeader = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  return format === "deflate" && !hasHeader ? "bareDeflate" : format;
}

async function unpack(format: Format, bytes: Uint8Array, bytesMax: number): Promise<Decompressed> {
  const { now, later } = FORMATS[format];
  if (bytes.length <= AT_ONCE.bytesMax) {
    const unpackedMax = Math.min(AT_ONCE.unpackedMax, bytesMax);
    try {
      return outcomeOf(now(bytes, optionsFor(unpackedMax)), bytes);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.reason !== "too_large" || unpackedMax === bytesMax) return failure;
    }
  }
  try {
    return outcomeOf(await later(bytes, optionsFor(bytesMax)), bytes);
  } catch (error) {
    return failureOf(error);
  }
}

/** zlib gives up at the first piece that goes beyond the limit, which has to be at least one byte. */
function optionsFor(unpackedMax: number): { info: true; maxOutputLength: number } {
  return { info: true, maxOutputLength: Math.max(1, unpackedMax) };
}

/** What zlib gives when asked for `info`, which its types do not know. */
type Informed = { buffer: Uint8Array; engine: { bytesWritten: number } };

function outcomeOf(unpacked: unknown, packed: Uint8Array): Decompressed {
  const { buffer, engine } = unpacked as Informed;
  const isWhole = packed.subarray(engine.bytesWritten).every((byte) => byte === 0);
  return isWhole ? { ok: true, bytes: buffer } : { ok: false, reason: "malformed" };
}

/** What zlib and Brotli say of the bytes; what else they complain of, such as memory, is no fault of the sender. */
const DAMAGED = /^(Z_DATA_ERROR|Z_BUF_ERROR|Z_NEED_DICT|ERR__ERROR_FORMAT_\w+)$/;

function failureOf(error: unknown): Extract<Decompressed, { ok: false }> {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ERR_BUFFER_TOO_LARGE") return { ok: false, reason: "too_large" };
  if (typeof code === "string" && DAMAGED.test(code)) return { ok: false, reason: "malformed" };
  throw error;
}
