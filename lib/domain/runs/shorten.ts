const ELLIPSIS = "…";
const ELLIPSIS_BYTES = 3;

/** A text of at most so many UTF-16 units. Where it was longer, it ends in an ellipsis; no character is cut in half. */
export function shorten(text: string, unitsMax: number): string {
  if (text.length <= unitsMax) return text;
  const kept = text.slice(0, unitsMax - ELLIPSIS.length);
  return kept.replace(/[\uD800-\uDBFF]$/, "") + ELLIPSIS;
}

/** The same for so many bytes of UTF-8. */
export function shortenToBytes(text: string, bytesMax: number): string {
  if (unitsWithin(text, bytesMax) === text.length) return text;
  return text.slice(0, unitsWithin(text, bytesMax - ELLIPSIS_BYTES)) + ELLIPSIS;
}

/** How much of a text fits into so many bytes, in UTF-16 units. */
function unitsWithin(text: string, bytesMax: number): number {
  return new TextEncoder().encodeInto(text, new Uint8Array(bytesMax)).read;
}
