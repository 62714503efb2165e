import fc from "fast-check";
import { expect, test } from "vitest";
import { surveyJson } from "@/lib/domain/json/survey-json";

const LIMITS = { depthMax: 64, keysMax: 1_000 };
const survey = (text: string) => surveyJson(new TextEncoder().encode(text), LIMITS);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Pieces that make JSON, and nearly make it. */
const pieces = fc.constantFrom(
  ...['"', "\\", "{", "}", "[", "]", ":", ",", " ", "\n", "\t", "\u00a0", "\u0001", '"a"', '"a":', "[]", "{}"],
  ...["0", "-", "01", "1.5", "1.", ".5", "1e5", "1E+", "true", "null", "nul", "\\u00", '"\\u00e9"', '"\\n"', '"\\x"'],
);

test("it finds a mistake in a text exactly when JavaScript's own parser refuses it", () => {
  const texts = fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }).map((text) => `"${text}"`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(survey(text).mistakeAt === undefined).toBe(isJson(text));
    }),
    { numRuns: 5_000 },
  );
});

test("a document with one character taken out or put in is judged as JavaScript's own parser judges it", () => {
  const edits = fc.tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom("", ",", "]", "}", '"', "\\", "1", ":"));
  fc.assert(
    fc.property(edits, ([text, place, put]) => {
      const at = place % (text.length + 1);
      const edited = text.slice(0, at) + put + text.slice(put === "" ? at + 1 : at);
      expect(survey(edited).mistakeAt === undefined).toBe(isJson(edited));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['{"a":1}', 1, 1],
  ["[[],[[]]]", 3, 0],
  ['{"a":{"b":[{"c":"d"}]}}', 4, 3],
  ['"[{:"', 0, 0],
])("%s is %d deep and has %d keys", (text, depth, keys) => {
  expect(survey(text)).toMatchObject({ depth, keys, mistakeAt: undefined });
});

test.each(["1.0", "1e3", "-0", "12345678901234567890"])("%s would not keep its text", (text) => {
  expect(survey(`[1,${text}]`).keepsNumbers).toBe(false);
});

test("it goes no further than the limits", () => {
  expect(survey("[".repeat(1_000_000)).depth).toBe(65);
  expect(survey(`{${'"a":1,'.repeat(5_000)}`).keys).toBe(1_001);
});

test("bytes that are no UTF-8 are let pass within a string, and nowhere else", () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(surveyJson(bytes('{"a":"\xc3\x28"}'), LIMITS).mistakeAt).toBeUndefined();
  expect(surveyJson(bytes('{"a":\xc3\x28}'), LIMITS).mistakeAt).toBe(5);
});
