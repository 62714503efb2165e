type Inline = { type: "text"; text: string } | { type: "hardBreak" };

/**
 * A text as Jira's document format has it: an empty line begins a paragraph. Nothing in it is read as a mark.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function jiraDocument(text: string) {
  const content = paragraphsOf(text).map((lines) => ({ type: "paragraph", content: lines.flatMap(inlineOf) }));
  return { type: "doc", version: 1, content };
}

function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

function inlineOf(line: string, index: number): Inline[] {
  const text: Inline = { type: "text", text: line };
  return index === 0 ? [text] : [{ type: "hardBreak" }, text];
}
