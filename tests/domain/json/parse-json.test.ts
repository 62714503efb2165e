import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { checkJson, parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";

const read = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : parsed.message;
};

test.each(["12345678901234567890", "1.10", "1E3", "-0", "1e400", "0.1000"])("%s keeps its text", (text) => {
  expect(read(`[${text}]`)).toEqual([new LosslessNumber(text)]);
  expect(writeJson(read(`{"a": ${text}}`))).toBe(`{"a":${text}}`);
});

test.each(["0", "-1", "1.5", "9007199254740991"])("%s is a plain number", (text) => {
  expect(read(text)).toBe(Number(text));
});

test("in a document with one long number, the others stay plain", () => {
  expect(read('{"id":12345678901234567890,"n":2}')).toEqual({
    id: new LosslessNumber("12345678901234567890"),
    n: 2,
  });
});

test("JavaScript's own reading and this one agree on every JSON document", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      fc.pre(!text.includes("__proto__") && !/-0|\de/.test(text));
      expect(read(text)).toEqual(JSON.parse(text));
    }),
  );
});

test("whatever the text, it is read or refused, never thrown at", () => {
  const pieces = fc.constantFrom(
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "1.0",
    "-",
    "null",
    "\\u00",
    "__proto__",
    " ",
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((all) => all.join("")),
      (text) => void parseJson(text),
    ),
  );
});

test("text nested deeper than 64 is refused, 64 is read", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(parseJson(nested(64)).ok).toBe(true);
  expect(parseJson(nested(65))).toEqual({ ok: false, message: "The JSON is nested deeper than 64 levels." });
  expect(parseJson("[".repeat(1_000_000)).ok).toBe(false);
});

test("brackets and colons within strings do not count", () => {
  expect(read(`"${"[{:".repeat(200_000)}"`)).toHaveLength(600_000);
});

test("more than 100,000 keys are refused", () => {
  const keys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n}":0`).join(",")}}`;
  expect(parseJson(keys(100_000)).ok).toBe(true);
  expect(parseJson(keys(100_001)).ok).toBe(false);
});

test.each([
  '{"__proto__":{"polluted":1},"a":1}',
  '{"\\u005f_proto__":{"polluted":1},"a":1}',
  '{"__proto__":{"polluted":1.0},"a":1}',
])("a __proto__ key is left out: %s", (text) => {
  const value = read(text);
  expect(value).toEqual({ a: 1 });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.assign({}, value)).not.toHaveProperty("polluted");
});

test("of two equal keys the last wins, with and without long numbers", () => {
  expect(read('{"a":1,"a":2}')).toEqual({ a: 2 });
  expect(writeJson(read('{"a":1.0,"a":2.0}'))).toBe('{"a":2.0}');
});

test("a mistake is located, and nothing of the text is quoted", () => {
  expect(read('{\n  "secret": hunter2\n}')).toBe("This is not valid JSON: look at line 2, character 13.");
  expect(read('{"a":')).toBe("This is not valid JSON: it ends too early.");
  expect(read(" ")).toBe("There is no JSON here: the text is empty.");
});

test("a byte-order mark is no part of the JSON", () => {
  expect(read("\uFEFF{}")).toEqual({});
});

test.each([
  ['{"type":"a"}', "type", true],
  ['{"data":{"type":"a"}}', "type", false],
  ['{"a":"type"}', "type", false],
  ['{"ty\\u0070e":"a"}', "type", true],
  ['{"größe":1}', "größe", true],
  ['[{"type":1}]', "type", false],
])("%s may hold %s: %s", (text, key, mayHold) => {
  const checked = checkJson(new TextEncoder().encode(text));
  expect(checked.ok && checked.mayHold(key)).toBe(mayHold);
});
