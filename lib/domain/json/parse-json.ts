import { LosslessNumber, parse } from "lossless-json";
import type { Json } from "@/lib/domain/json/json";

export type ParsedJson = { ok: true; value: Json } | { ok: false; message: string };

const DEPTH_MAX = 64;
const KEYS_MAX = 100_000;

/**
 * Reads JSON that a stranger wrote. Numbers keep their text (see Json), the last of two equal keys wins, and a key named
 * `__proto__` is left out. Text nested deeper than 64, or with more than 100,000 keys, is refused before it is parsed.
 */
export function parseJson(text: string): ParsedJson {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const shape = survey(source);
  if (shape.depth > DEPTH_MAX) return { ok: false, message: `The JSON is nested deeper than ${DEPTH_MAX} levels.` };
  if (shape.keys > KEYS_MAX) return { ok: false, message: "The JSON has more than 100,000 keys." };
  return read(source, shape.keepsNumbers);
}

type Shape = { depth: number; keys: number; keepsNumbers: boolean };

/** Walks the text once, without recursion. Stops early where the text is already too deep or too large. */
function survey(text: string): Shape {
  const shape: Shape = { depth: 0, keys: 0, keepsNumbers: true };
  let depth = 0;
  let at = 0;
  while (at < text.length && shape.depth <= DEPTH_MAX && shape.keys <= KEYS_MAX) {
    const char = text[at];
    if (char === '"') {
      at = endOfString(text, at);
    } else if (char === "-" || isDigit(char)) {
      const end = endOfNumber(text, at);
      shape.keepsNumbers &&= survives(text.slice(at, end));
      at = end;
    } else {
      depth += nesting(char);
      shape.depth = Math.max(shape.depth, depth);
      if (char === ":") shape.keys++;
      at++;
    }
  }
  return shape;
}

function nesting(char: string | undefined): number {
  if (char === "{" || char === "[") return 1;
  return char === "}" || char === "]" ? -1 : 0;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && (isDigit(text[end]) || ".eE+-".includes(text.charAt(end)))) end++;
  return end;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}

function survives(number: string): boolean {
  return String(Number(number)) === number;
}

function read(text: string, keepsNumbers: boolean): ParsedJson {
  try {
    const value: Json = keepsNumbers ? JSON.parse(text) : readExactly(text);
    // `\u` may spell the name, too.
    if (text.includes("__proto__") || text.includes("\\u")) dropPrototypeKeys(value);
    return { ok: true, value };
  } catch {
    return { ok: false, message: complaintAbout(text) };
  }
}

/** The slower parser, which hands over a number's text. Its answer holds nothing but Json. */
function readExactly(text: string): Json {
  return parse(text, null, {
    parseNumber: (number) => (survives(number) ? Number(number) : new LosslessNumber(number)),
    onDuplicateKey: ({ newValue }) => newValue,
  }) as Json;
}

/** JSON.parse makes `__proto__` an ordinary key, but the next `Object.assign` would make it the prototype. */
function dropPrototypeKeys(value: Json): void {
  if (typeof value !== "object" || value === null || value instanceof LosslessNumber) return;
  if (!Array.isArray(value)) Reflect.deleteProperty(value, "__proto__");
  for (const child of Object.values(value)) dropPrototypeKeys(child);
}

/** Says where the text goes wrong, without quoting it: it may hold what must not reach a log. */
function complaintAbout(text: string): string {
  if (text.trim() === "") return "There is no JSON here: the text is empty.";
  const position = positionOfMistake(text);
  if (position === undefined || position >= text.length) return "This is not valid JSON: it ends too early.";
  const before = text.slice(0, position).split("\n");
  const column = (before.at(-1) ?? "").length + 1;
  return `This is not valid JSON: look at line ${before.length}, character ${column}.`;
}

function positionOfMistake(text: string): number | undefined {
  try {
    readExactly(text);
    return undefined;
  } catch (error) {
    const found = error instanceof Error ? / position (\d+)/.exec(error.message)?.[1] : undefined;
    return found === undefined ? undefined : Number(found);
  }
}
