import { decodeBytes, type Encoding } from "@/lib/domain/signatures/decode-bytes";
import { DIGEST_BYTES } from "@/lib/domain/signatures/hmac";
import type { RequestHeaders } from "@/lib/domain/signatures/signed-request";

/** Something in a header that may be a signature, and where it stands. */
export type WrittenSignature = {
  bytes: Uint8Array;
  /** Those in which the text gives these bytes. */
  encodings: Encoding[];
  header: string;
  value: string;
  /** Where in the value it begins and ends. */
  from: number;
  to: number;
};

const SIGNATURES_MAX = 64;
const VALUE_LENGTH_MAX = 8_192;
const ENCODINGS: Encoding[] = ["hex", "base64", "base64url"];
const LENGTHS = new Set<number>(Object.values(DIGEST_BYTES));

/** What stands between blanks, commas, quotes and the like, and may be the bytes of a digest: 27 letters to 128. */
const RUN = /[A-Za-z0-9+/_-]{27,}={0,2}/g;

/** Everything in the headers that has the form and the length of a signature, whatever its header is called. */
export function writtenSignatures(headers: RequestHeaders): WrittenSignature[] {
  const written: WrittenSignature[] = [];
  for (const [header, values] of Object.entries(headers)) {
    for (const value of values) {
      for (const match of value.slice(0, VALUE_LENGTH_MAX).matchAll(RUN)) {
        const place = { header, value, from: match.index, to: match.index + match[0].length };
        written.push(...readRun(match[0]).map((signature) => ({ ...signature, ...place })));
        if (written.length >= SIGNATURES_MAX) return written;
      }
    }
  }
  return written;
}

/** What a text may stand for: 64 hex digits are 32 bytes, and 48 in base64. */
function readRun(text: string): Pick<WrittenSignature, "bytes" | "encodings">[] {
  if (text.length > 2 * DIGEST_BYTES.sha512) return [];
  const byLength = new Map<number, Pick<WrittenSignature, "bytes" | "encodings">>();
  for (const encoding of ENCODINGS) {
    const bytes = decodeBytes(text, encoding);
    if (!bytes || !LENGTHS.has(bytes.length)) continue;
    const known = byLength.get(bytes.length);
    if (known) known.encodings.push(encoding);
    else byLength.set(bytes.length, { bytes, encodings: [encoding] });
  }
  return [...byLength.values()];
}
