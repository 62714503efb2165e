/** Whether an event's type is among the patterns. No patterns take every type; `*` stands for any part of a type. */
export function matchesEventType(patterns: readonly string[], eventType: string | null): boolean {
  if (patterns.length === 0) return true;
  return eventType !== null && patterns.some((pattern) => matches(pattern, eventType));
}

/** Walks the pattern's fixed pieces through the type, so that no pattern can make it slow. */
function matches(pattern: string, eventType: string): boolean {
  const pieces = pattern.split("*");
  const first = pieces[0] ?? "";
  const last = pieces.at(-1) ?? "";
  if (pieces.length === 1) return pattern === eventType;
  if (eventType.length < first.length + last.length) return false;
  if (!eventType.startsWith(first) || !eventType.endsWith(last)) return false;

  const middle = eventType.slice(first.length, eventType.length - last.length);
  let from = 0;
  for (const piece of pieces.slice(1, -1)) {
    const at = middle.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
