/** Where XML goes wrong, and how, as the end of “This is not valid XML: …”. */
export type XmlMistake = { at: number; message: string };

const DEPTH_MAX = 64;
const ELEMENTS_MAX = 100_000;

type Walk = { text: string; at: number; depth: number; elements: number; hasRoot: boolean };

/**
 * Walks through a stranger's XML once, without building anything, and finds what an XML library would spend itself on or
 * overlook: a DOCTYPE, which can define entities, too many levels or elements, a second root, and what never ends.
 * It minds neither names nor whether an element's two tags belong together.
 */
export function surveyXml(text: string): XmlMistake | undefined {
  const walk: Walk = { text, at: 0, depth: 0, elements: 0, hasRoot: false };
  for (;;) {
    const next = text.indexOf("<", walk.at);
    const mistake = takeText(walk, next < 0 ? text.length : next);
    if (mistake || next < 0) return mistake;
    const inMarkup = takeMarkup(walk);
    if (inMarkup) return inMarkup;
  }
}

/** Outside the root there may be blanks only. */
function takeText(walk: Walk, end: number): XmlMistake | undefined {
  const from = walk.at;
  walk.at = end;
  if (walk.depth > 0) return undefined;
  const blanks = /^[\uFEFF \t\r\n]*/.exec(walk.text.slice(from, end))?.[0].length ?? 0;
  return from + blanks === end ? undefined : { at: from + blanks, message: "there is text outside the root element" };
}

const SECTIONS: [start: string, end: string, name: string][] = [
  ["<!--", "-->", "a comment"],
  ["<![CDATA[", "]]>", "a CDATA section"],
  ["<?", "?>", "a processing instruction"],
];

function takeMarkup(walk: Walk): XmlMistake | undefined {
  const { text, at } = walk;
  for (const [start, end, name] of SECTIONS) {
    if (!text.startsWith(start, at)) continue;
    const closes = text.indexOf(end, at + start.length);
    if (closes < 0) return { at, message: `${name} does not end` };
    if (start === "<![CDATA[" && walk.depth === 0) return { at, message: "there is text outside the root element" };
    walk.at = closes + end.length;
    return undefined;
  }
  if (text.startsWith("<!", at)) return refuseDeclaration(text, at);
  return takeTag(walk);
}

function refuseDeclaration(text: string, at: number): XmlMistake {
  const isDocument = text.slice(at, at + 9).toUpperCase() === "<!DOCTYPE";
  return { at, message: isDocument ? "a DOCTYPE is not allowed" : "there is a declaration, which is not allowed" };
}

function takeTag(walk: Walk): XmlMistake | undefined {
  const { text, at } = walk;
  const closes = endOfTag(text, at);
  if (closes < 0) return { at, message: "a tag does not end" };
  if (text.slice(at + 1, closes).includes("<")) return { at, message: "a tag holds the beginning of another" };
  walk.at = closes + 1;
  if (text[at + 1] === "/") {
    walk.depth--;
    return walk.depth < 0 ? { at, message: "an element is closed that was not opened" } : undefined;
  }
  if (walk.depth === 0 && walk.hasRoot) return { at, message: "there is a second root element" };
  walk.hasRoot = true;
  walk.elements++;
  if (walk.elements > ELEMENTS_MAX) return { at, message: "there are more than 100,000 elements" };
  if (walk.depth === DEPTH_MAX) return { at, message: `it is nested deeper than ${DEPTH_MAX} levels` };
  if (text[closes - 1] !== "/") walk.depth++;
  return undefined;
}

/** The `>` of a tag, which is not one within quotes; -1 when there is none. */
function endOfTag(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ">") {
    const letter = text[at];
    if (letter === '"' || letter === "'") {
      at = text.indexOf(letter, at + 1);
      if (at < 0) return -1;
    }
    at++;
  }
  return at < text.length ? at : -1;
}
