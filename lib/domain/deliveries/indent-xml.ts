const TOKENS = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^>]+>|[^<]+/g;

/** XML, one line per element and indented, for reading only. An element that holds nothing but text stays on its line. */
export function indentXml(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  let isLineOpen = false;
  for (const [token] of xml.matchAll(TOKENS)) {
    const text = token.trim();
    if (text === "") continue;
    const isOpening = /^<[^/!?]/.test(text) && !text.endsWith("/>");
    const isClosing = text.startsWith("</");
    if (isClosing) depth--;
    if (isLineOpen && (isClosing || isContent(text))) lines.push(`${lines.pop() ?? ""}${text}`);
    else lines.push(`${"  ".repeat(Math.max(0, depth))}${text}`);
    if (isOpening) depth++;
    isLineOpen = isOpening || (isLineOpen && isContent(text));
  }
  return lines.join("\n");
}

function isContent(text: string): boolean {
  return !text.startsWith("<") || text.startsWith("<![CDATA[");
}
