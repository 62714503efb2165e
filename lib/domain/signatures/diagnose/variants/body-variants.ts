import { parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";
import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { leastDifferent, type Variant } from "@/lib/domain/signatures/diagnose/variants/variant";

/** Beyond, a body is not read and written anew: that would take too long. */
const REWRITTEN_BYTES_MAX = 262_144;
/** Deep JSON grows by much when it is indented. */
const WRITTEN_LENGTH_MAX = 4 * REWRITTEN_BYTES_MAX;

const utf8 = new TextEncoder();

/** The body as it came, and as it may have been when it was signed. */
export function bodyVariants(body: Uint8Array): Variant<Uint8Array>[] {
  const written = body.length > REWRITTEN_BYTES_MAX ? [] : rewritings(body);
  const variants = [{ value: body, findings: [] }, ...otherEnds(body, []), ...written];
  const ends = written.flatMap(({ value, findings }) => otherEnds(value, findings));
  return leastDifferent([...variants, ...ends, EMPTY], nameOf);
}

const EMPTY: Variant<Uint8Array> = {
  value: new Uint8Array(),
  findings: [
    {
      kind: "body-changed",
      sentence: "The signature was made over an empty body.",
      fix: "Let the sender sign the bytes of the body that it sends: it seems to sign before the body is written.",
    },
  ],
};

/** Equal names for equal bytes. Long bodies are told apart by how long they are: their variants differ in nothing else. */
function nameOf(body: Uint8Array): string {
  return body.length > REWRITTEN_BYTES_MAX ? String(body.length) : new TextDecoder("latin1").decode(body);
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

function otherEnds(body: Uint8Array, findings: Finding[]): Variant<Uint8Array>[] {
  if (body.at(-1) === LINE_FEED) {
    const shorter = body.subarray(0, body.at(-2) === RETURN ? -2 : -1);
    return [{ value: shorter, findings: [...findings, changed("without the line break at its end", "added one")] }];
  }
  const longer = new Uint8Array(body.length + 1);
  longer.set(body);
  longer[body.length] = LINE_FEED;
  return [{ value: longer, findings: [...findings, changed("with a line break at its end", "took it away")] }];
}

const SIGN_WHAT_IS_SENT =
  "Let the sender sign exactly the bytes that it sends, and let whatever stands in between pass them on untouched.";

function changed(how: string, what: string): Finding {
  const sentence = `The signature fits the body ${how}: something on the way ${what}.`;
  return { kind: "body-changed", sentence, fix: SIGN_WHAT_IS_SENT };
}

const WROTE_ANEW = "a proxy, perhaps, or the sender's own program, read the JSON and wrote it anew";

function rewritings(body: Uint8Array): Variant<Uint8Array>[] {
  const text = decode(body);
  if (text === undefined) return [];
  const parsed = parseJson(text);
  const texts: [text: string, how: string][] = parsed.ok ? jsonTexts(parsed.value, text) : [];
  texts.push([text.replaceAll("\r\n", "\n"), "with line breaks as Unix writes them"]);
  return texts
    .filter(([other]) => other !== text && other.length <= WRITTEN_LENGTH_MAX)
    .map(([other, how]) => ({ value: utf8.encode(other), findings: [rewritten(how)] }));
}

/** UTF-8 as it is: with its byte-order mark, and undefined where it is none. */
function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

type Parsed = Extract<ReturnType<typeof parseJson>, { ok: true }>["value"];

function jsonTexts(value: Parsed, text: string): [text: string, how: string][] {
  const compact = writeJson(value);
  return [
    [compact, "written without spaces and line breaks, its special letters as they are"],
    [JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, ""))), "as JavaScript would write it"],
    [writeJson(value, 2), "written over several lines, indented by 2 spaces"],
    [writeJson(value, 4), "written over several lines, indented by 4 spaces"],
    [spaced(compact), "with a space after every comma and colon, as Python writes it"],
    [escaped(spaced(compact)), "with spaces and \\u escapes, as Python writes it"],
    [escaped(compact), "with its special letters written as \\u escapes"],
    [escaped(compact).replaceAll("/", "\\/"), "with \\u escapes and \\/ for slashes, as PHP writes it"],
    [unescaped(text), "with its \\u escapes written as the letters they stand for"],
  ];
}

/** Outside of strings, which are skipped whole. */
function spaced(json: string): string {
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[,:]/g, (part) => (part === "," || part === ":" ? `${part} ` : part));
}

function escaped(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Only escapes of letters beyond ASCII: the others may be needed. A backslash that is itself escaped begins none. */
function unescaped(json: string): string {
  return json.replace(/\\(?:u([0-9a-fA-F]{4})|.)/g, (written, digits: string | undefined) => {
    const code = Number.parseInt(digits ?? "0", 16);
    return code > 0x7e ? String.fromCharCode(code) : written;
  });
}

function rewritten(how: string): Finding {
  return {
    kind: "body-changed",
    sentence: `The signature fits the body ${how}: ${WROTE_ANEW}.`,
    fix: SIGN_WHAT_IS_SENT,
  };
}
