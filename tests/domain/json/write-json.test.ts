import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";

test("what was read is written back with every number as it came", () => {
  const text = '{"id":12345678901234567890,"price":1.10,"n":1E3,"zero":-0,"list":[1,2.50,null,true,"é"]}';
  const parsed = parseJson(text);
  expect(parsed.ok && writeJson(parsed.value)).toBe(text);
});

test("without such numbers it writes what JSON.stringify writes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (value, indent) => {
      expect(writeJson(value, indent)).toBe(JSON.stringify(value, null, indent));
    }),
  );
});

test("what JSON cannot say is null, or left out of an object", () => {
  expect(writeJson(undefined)).toBe("null");
  expect(writeJson(Number.POSITIVE_INFINITY)).toBe("null");
  expect(writeJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
});
