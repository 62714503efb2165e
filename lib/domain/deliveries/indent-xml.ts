const TOKENS = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^>]+>|[^<]+/g;

/** XML with a line and an indent for each element, for reading only. An element that holds nothing but text stays on its line. */
export function indentXml(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  let isLineOpen = false;
  const add = (text: string) => lines.push(`${"  ".repeat(Math.max(0, depth))}${text}`);

  for (const [token] of xml.matchAll(TOKENS)) {
    const text = token.trim();
    if (text === "") continue;
    if (isLineOpen && (!text.startsWith("<") || text.startsWith("</") || text.startsWith("<![CDATA["))) {
      lines.push(`${lines.pop() ?? ""}${text}`);
      if (text.startsWith("</")) depth--;
      isLineOpen = !text.startsWith("</");
      continue;
    }
    isLineOpen = false;
    if (text.startsWith("</")) depth--;
    add(text);
    if (/^<[^/!?]/.test(text) && !text.endsWith("/>")) {
      depth++;
      isLineOpen = true;
    }
  }
  return lines.join("\n");
}
