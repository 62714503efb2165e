/** A part of a multipart body: its headers' lines as one text, and where its content stands. */
export type Part = { head: string; from: number; to: number };

export type SplitParts = { ok: true; parts: Part[] } | { ok: false; message: string };

const PARTS_MAX = 1_000;
const HEAD_BYTES_MAX = 8_192;

const [TAB, NEW_LINE, RETURN, SPACE, DASH] = [0x09, 0x0a, 0x0d, 0x20, 0x2d];
const HEAD_END = Uint8Array.of(RETURN, NEW_LINE, RETURN, NEW_LINE);

const ascii = new TextEncoder();
const utf8 = new TextDecoder("utf-8");

/** Finds the parts of a body (RFC 2046) without copying what is in them. What stands before the first and after the last is left out. */
export function splitParts(bytes: Uint8Array, boundary: string): SplitParts {
  const delimiter = ascii.encode(`\r\n--${boundary}`);
  let here = startsWith(bytes, delimiter.subarray(2), 0)
    ? delimiterAt(bytes, -2, delimiter.length)
    : findDelimiter(bytes, delimiter, 0);
  const parts: Part[] = [];
  while (here && !here.isLast) {
    if (parts.length === PARTS_MAX) return failure("it has more than 1,000 parts");
    const head = headAt(bytes, here.next);
    if (!head) return failure("the headers of a part are longer than 8 KB, or do not end");
    // Of a part without any content, some senders leave out the line break that ends it.
    here = findDelimiter(bytes, delimiter, head.next - 2);
    parts.push({ head: head.text, from: head.next, to: Math.max(head.next, here?.at ?? bytes.length) });
  }
  if (here) return { ok: true, parts };
  return failure(parts.length === 0 ? "its boundary is not in it" : "it ends too early");
}

function failure(message: string): SplitParts {
  return { ok: false, message: `This is not a valid multipart body: ${message}.` };
}

type Delimiter = { at: number; next: number; isLast: boolean };

function findDelimiter(bytes: Uint8Array, delimiter: Uint8Array, from: number): Delimiter | undefined {
  for (let at = bytes.indexOf(RETURN, from); at >= 0; at = bytes.indexOf(RETURN, at + 1)) {
    const found = startsWith(bytes, delimiter, at) ? delimiterAt(bytes, at, delimiter.length) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What follows a boundary: two dashes after the last one, otherwise the end of its line. Or it is none, but begins like it. */
function delimiterAt(bytes: Uint8Array, at: number, length: number): Delimiter | undefined {
  let next = at + length;
  if (bytes[next] === DASH && bytes[next + 1] === DASH) return { at, next: next + 2, isLast: true };
  while (bytes[next] === SPACE || bytes[next] === TAB) next++;
  return bytes[next] === RETURN && bytes[next + 1] === NEW_LINE ? { at, next: next + 2, isLast: false } : undefined;
}

function headAt(bytes: Uint8Array, from: number): { text: string; next: number } | undefined {
  if (bytes[from] === RETURN && bytes[from + 1] === NEW_LINE) return { text: "", next: from + 2 };
  for (
    let at = bytes.indexOf(RETURN, from);
    at >= 0 && at - from <= HEAD_BYTES_MAX;
    at = bytes.indexOf(RETURN, at + 1)
  ) {
    if (startsWith(bytes, HEAD_END, at)) return { text: utf8.decode(bytes.subarray(from, at)), next: at + 4 };
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}
