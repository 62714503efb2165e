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

/** What stands between blanks, commas, quotes and the like, and may be 20, 32 or 64 bytes: 27 letters to 128. */
const RUN = /[A-Za-z0-9+/_-]{27,}={0,2}/g;

/** Everything in the headers that has the form and the length of a signature, whatever its header is called. */
export function writtenSignatures(headers: RequestHeaders): WrittenSignature[] {
  const written: WrittenSignature[] = [];
  for (const [header, values] of Object.entries(headers)) {
    for (const value of values) {
      for (const match of value.slice(0, VALUE_LENGTH_MAX).matchAll(RUN)) {
        const signature = readRun(match[0]);
        const from = match.index;
        if (signature) written.push({ ...signature, header, value, from, to: from + match[0].length });
        if (written.length === SIGNATURES_MAX) return written;
      }
    }
  }
  return written;
}

function readRun(text: string): Pick<WrittenSignature, "bytes" | "encodings"> | undefined {
  if (text.length > 2 * DIGEST_BYTES.sha512) return undefined;
  const readings = ENCODINGS.flatMap((encoding) => {
    const bytes = decodeBytes(text, encoding);
    return bytes && LENGTHS.has(bytes.length) ? [{ encoding, bytes }] : [];
  });
  const [first] = readings;
  // No text is a signature in hex and in base64 at once: the lengths forbid it.
  return first && { bytes: first.bytes, encodings: readings.map(({ encoding }) => encoding) };
}
