const DEPTH_MAX = 64;

/**
 * The texts of all elements at a path such as `Envelope/Body/Id`, or of an attribute of theirs, as `Body/sObject/@type`.
 * Names count without their prefix, and so do values that are names (`sf:Contact`). None for what is not well-formed, is
 * nested deeper than 64, or has a DOCTYPE: what a stranger may declare there is read by nobody.
 */
export function readXml(xml: string, path: string): string[] {
  const steps = path.split("/");
  const attribute = steps.at(-1)?.startsWith("@") ? steps.pop()?.slice(1) : undefined;
  const walk: Walk = { steps, attribute, open: [], text: "", found: [] };
  let at = xml.indexOf("<");
  while (at >= 0) {
    const markup = markupAt(xml, at);
    if (!markup || !take(walk, markup)) return [];
    at = xml.indexOf("<", markup.end);
    walk.text += decodeEntities(xml.slice(markup.end, at < 0 ? markup.end : at));
  }
  return walk.open.length === 0 ? walk.found : [];
}

type Walk = {
  steps: readonly string[];
  attribute: string | undefined;
  /** The names of the elements that are not closed yet. */
  open: string[];
  /** What was read since the last tag. */
  text: string;
  found: string[];
};

/** Takes what comes next. False where it cannot come. */
function take(walk: Walk, markup: Markup): boolean {
  if (markup.kind === "aside") return true;
  if (markup.kind === "data") {
    walk.text += markup.text;
    return true;
  }
  const isFitting = markup.kind === "open" ? takeOpening(walk, markup) : takeClosing(walk, markup.name);
  walk.text = "";
  return isFitting;
}

function takeOpening(walk: Walk, tag: OpeningTag): boolean {
  walk.open.push(tag.name);
  if (walk.attribute !== undefined && isThere(walk)) walk.found.push(...attributeOf(tag.attributes, walk.attribute));
  walk.text = "";
  return walk.open.length <= DEPTH_MAX && (!tag.isEmpty || takeClosing(walk, tag.name));
}

function takeClosing(walk: Walk, name: string): boolean {
  if (walk.attribute === undefined && isThere(walk)) walk.found.push(walk.text.trim());
  return walk.open.pop() === name;
}

function isThere({ open, steps }: Walk): boolean {
  return open.length === steps.length && open.every((name, index) => name === steps[index]);
}

type OpeningTag = { kind: "open"; end: number; name: string; attributes: string; isEmpty: boolean };

type Markup =
  | OpeningTag
  | { kind: "close"; end: number; name: string }
  | { kind: "data"; end: number; text: string }
  | { kind: "aside"; end: number };

/** What begins at a `<`; undefined for what has no end, and for every declaration. */
function markupAt(xml: string, at: number): Markup | undefined {
  if (xml.startsWith("<!--", at)) return enclosed(xml, at + 4, "-->")?.aside;
  if (xml.startsWith("<![CDATA[", at)) return enclosed(xml, at + 9, "]]>")?.data;
  if (xml.startsWith("<?", at)) return enclosed(xml, at + 2, "?>")?.aside;
  if (xml.startsWith("<!", at)) return undefined;
  const end = endOfTag(xml, at);
  if (end === undefined) return undefined;
  const tag = xml.slice(at + 1, end - 1);
  if (tag.startsWith("/")) return { kind: "close", end, name: localName(tag.slice(1).trim()) };
  const isEmpty = tag.endsWith("/");
  const [name = ""] = /^[^\s/]*/.exec(tag) ?? [];
  return { kind: "open", end, name: localName(name), attributes: tag.slice(name.length), isEmpty };
}

function enclosed(xml: string, from: number, closer: string): { aside: Markup; data: Markup } | undefined {
  const to = xml.indexOf(closer, from);
  if (to < 0) return undefined;
  const end = to + closer.length;
  return { aside: { kind: "aside", end }, data: { kind: "data", end, text: xml.slice(from, to) } };
}

/** Where the tag ends that begins here: a `>` between quotes does not end it. */
function endOfTag(xml: string, from: number): number | undefined {
  let quote = "";
  for (let at = from; at < xml.length; at++) {
    const letter = xml.charAt(at);
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at + 1;
  }
  return undefined;
}

const ATTRIBUTE = /(?<!\S)([^\s=/]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributeOf(attributes: string, wanted: string): string[] {
  for (const [, name = "", double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (localName(name) !== wanted) continue;
    const value = decodeEntities(double ?? single ?? "");
    return [/^[\w.-]+:[\w.-]+$/.test(value) ? localName(value) : value];
  }
  return [];
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#\d{1,7}|#x[\da-fA-F]{1,6}|lt|gt|amp|quot|apos);/g, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const codePoint = Number(name.replace("#x", "0x").replace("#", ""));
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
