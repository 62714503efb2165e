/** How many bytes the character at a place takes, where it is none of ASCII's: 2 to 4, or 0 when they are not UTF-8 (RFC 3629). */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = lengthAfter(first);
  if (at + length > bytes.length) return 0;
  const [from, to] = secondByteRange(first);
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (index === 1 ? byte < from || byte > to : byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function lengthAfter(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** Narrower after four of the first bytes: no character has two spellings, none is half a surrogate or beyond U+10FFFF. */
function secondByteRange(first: number): [from: number, to: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
