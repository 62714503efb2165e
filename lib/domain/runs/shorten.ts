/** A text of at most so many UTF-16 units. Where it was longer, it ends in an ellipsis; no character is cut in half. */
export function shorten(text: string, unitsMax: number): string {
  if (text.length <= unitsMax) return text;
  const kept = text.slice(0, unitsMax - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
