export type Edited = { text: string; cursor: number };

/** The text with a new line at the cursor, as far in as the one that it ends; deeper after a bracket that opens. */
export function newLine(text: string, start: number, end: number): Edited {
  const before = text.slice(0, start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const deeper = /[{([]\s*$/.test(line) ? "  " : "";
  const added = `\n${indent}${deeper}`;
  return { text: before + added + text.slice(end), cursor: start + added.length };
}

export function countLines(text: string): number {
  return text.split("\n").length;
}
