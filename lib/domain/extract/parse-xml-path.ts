/** One step of a path: which way, what is taken there, and which of that is kept. */
export type XmlStep = {
  axis: "child" | "descendant" | "attribute" | "self" | "parent";
  /** A name with or without its prefix, `*` for any, or `text()`. */
  test: string;
  predicates: XmlPredicate[];
};

export type XmlPredicate =
  | { kind: "position"; position: number }
  | { kind: "last" }
  /** Something is there at this path; with a text, one of it is that text. */
  | { kind: "path"; steps: XmlStep[]; equals: string | undefined; isNegated: boolean };

export type ParsedXmlPath = { ok: true; steps: XmlStep[] } | { ok: false; at: number };

const LENGTH_MAX = 2_000;
const DEPTH_MAX = 10;

type Reader = { text: string; at: number };

/**
 * Reads the part of XPath 1.0 that picks things out: steps, `//`, `*`, `@attribute`, `text()`, `.` and `..`, with `[2]`,
 * `[last()]`, `[path]` and `[path = 'text']`. Refuses anything else, and says where.
 */
export function parseXmlPath(expression: string): ParsedXmlPath {
  if (expression.length > LENGTH_MAX) return { ok: false, at: LENGTH_MAX };
  const reader = { text: expression, at: 0 };
  take(reader, BLANKS);
  const steps = readPath(reader, 0);
  take(reader, BLANKS);
  return steps && reader.at === expression.length ? { ok: true, steps } : { ok: false, at: reader.at };
}

const BLANKS = /\s*/y;
const SLASHES = /\/\/?/y;
const AXIS = /\.\.|\.|@/y;
const TEST = /text\(\)|\*|[\p{L}_][\p{L}\p{N}_.-]*(?::(?:\*|[\p{L}_][\p{L}\p{N}_.-]*))?/uy;
const NUMBER = /[1-9]\d{0,8}(?=\s*\])/y;
const LAST = /last\(\)(?=\s*\])/y;
const EQUALS = /!=|=/y;
const LITERAL = /'[^']*'|"[^"]*"|-?\d+(?:\.\d+)?/y;

/** Takes what stands here; undefined when it is something else. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}

function readPath(reader: Reader, depth: number): XmlStep[] | undefined {
  if (depth > DEPTH_MAX) return undefined;
  const steps: XmlStep[] = [];
  let slashes = take(reader, SLASHES);
  do {
    const step = readStep(reader, depth);
    if (!step) return undefined;
    if (slashes === "//") steps.push({ axis: "descendant", test: "*", predicates: [] });
    steps.push(step);
    slashes = take(reader, SLASHES);
  } while (slashes);
  return steps;
}

const AXES = { "..": "parent", ".": "self", "@": "attribute" } as const;

function readStep(reader: Reader, depth: number): XmlStep | undefined {
  const sign = take(reader, AXIS);
  const axis = sign === ".." || sign === "." || sign === "@" ? AXES[sign] : "child";
  const test = axis === "self" || axis === "parent" ? "*" : take(reader, TEST);
  if (test === undefined || (axis === "attribute" && test === "text()")) return undefined;
  const predicates: XmlPredicate[] = [];
  while (take(reader, /\s*\[\s*/y) !== undefined) {
    const predicate = readPredicate(reader, depth);
    if (!predicate || take(reader, /\s*\]/y) === undefined) return undefined;
    predicates.push(predicate);
  }
  return { axis, test, predicates };
}

function readPredicate(reader: Reader, depth: number): XmlPredicate | undefined {
  const position = take(reader, NUMBER);
  if (position !== undefined) return { kind: "position", position: Number(position) };
  if (take(reader, LAST) !== undefined) return { kind: "last" };
  // A path in a predicate begins where the predicate stands.
  const steps = reader.text[reader.at] === "/" ? undefined : readPath(reader, depth + 1);
  if (!steps) return undefined;
  take(reader, BLANKS);
  const sign = take(reader, EQUALS);
  if (sign === undefined) return { kind: "path", steps, equals: undefined, isNegated: false };
  take(reader, BLANKS);
  const literal = take(reader, LITERAL);
  if (literal === undefined) return undefined;
  return { kind: "path", steps, equals: literal.replace(/^(['"])(.*)\1$/s, "$2"), isNegated: sign === "!=" };
}
