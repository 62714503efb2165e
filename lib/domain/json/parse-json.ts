import { LosslessNumber, parse } from "lossless-json";
import type { Json } from "@/lib/domain/json/json";
import { surveyJson } from "@/lib/domain/json/survey-json";

export type ParsedJson = { ok: true; value: Json } | { ok: false; message: string };

/** JSON that is known to be good, and is read only when somebody asks. */
export type CheckedJson = Readable | { ok: false; message: string };

type Readable = {
  ok: true;
  read: () => Json;
  /** Whether the outermost object may have such a key. Told without reading; only `false` is certain. */
  mayHold: (key: string) => boolean;
};

const LIMITS = { depthMax: 64, keysMax: 100_000 };

/**
 * Reads JSON that a stranger wrote. Numbers keep their text (see Json), the last of two equal keys wins, and a key named
 * `__proto__` is left out. Text nested deeper than 64, or with more than 100,000 keys, is refused before it is parsed.
 */
export function parseJson(text: string): ParsedJson {
  const checked = checkJson(utf8.encode(text));
  return checked.ok ? { ok: true, value: checked.read() } : checked;
}

/** Whether `parseJson` takes a text, given as its UTF-8. That is told in a fraction of the time that reading takes. */
export function checkJson(bytes: Uint8Array): CheckedJson {
  const source = withoutMark(bytes);
  const { depth, keys, outerKeys, mistakeAt, keepsNumbers } = surveyJson(source, LIMITS);
  if (depth > LIMITS.depthMax) {
    return { ok: false, message: `The JSON is nested deeper than ${LIMITS.depthMax} levels.` };
  }
  if (keys > LIMITS.keysMax) return { ok: false, message: "The JSON has more than 100,000 keys." };
  if (mistakeAt !== undefined) return { ok: false, message: complaintAbout(source, mistakeAt) };
  return {
    ok: true,
    read: () => read(decoder.decode(source), keepsNumbers),
    mayHold: (key) => {
      const wanted = utf8.encode(key);
      return outerKeys.some((place) => mayBe(source, place, wanted));
    },
  };
}

const BACKSLASH = 0x5c;

type Place = { from: number; to: number };

/** A key that is written with escapes may be any. */
function mayBe(bytes: Uint8Array, { from, to }: Place, key: Uint8Array): boolean {
  let isSame = to - from === key.length;
  for (let at = from; at < to; at++) {
    if (bytes[at] === BACKSLASH) return true;
    if (bytes[at] !== key[at - from]) isSame = false;
  }
  return isSame;
}

const utf8 = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The bytes after a byte-order mark, which is no part of the JSON. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function read(text: string, keepsNumbers: boolean): Json {
  const value: Json = keepsNumbers ? JSON.parse(text) : readExactly(text);
  // `\u` may spell the name, too.
  if (text.includes("__proto__") || text.includes("\\u")) dropPrototypeKeys(value);
  return value;
}

/** The slower parser, which hands over a number's text. Its answer holds nothing but Json. */
function readExactly(text: string): Json {
  return parse(text, null, {
    parseNumber: (number) => (String(Number(number)) === number ? Number(number) : new LosslessNumber(number)),
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
function complaintAbout(bytes: Uint8Array, mistakeAt: number): string {
  if (decoder.decode(bytes).trim() === "") return "There is no JSON here: the text is empty.";
  if (mistakeAt >= bytes.length) return "This is not valid JSON: it ends too early.";
  const before = decoder.decode(bytes.subarray(0, mistakeAt)).split("\n");
  const column = (before.at(-1) ?? "").length + 1;
  return `This is not valid JSON: look at line ${before.length}, character ${column}.`;
}
