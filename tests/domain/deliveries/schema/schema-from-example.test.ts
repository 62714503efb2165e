import fc from "fast-check";
import { expect, test } from "vitest";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { schemaFromExample } from "@/lib/domain/deliveries/schema/schema-from-example";
import type { Json } from "@/lib/domain/json/json";
import { parseJson } from "@/lib/domain/json/parse-json";

function read(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function problemsWith(example: Json): unknown {
  const compiled = compileSchema(JSON.stringify(schemaFromExample(example)));
  return compiled.ok ? compiled.validate(example) : compiled.message;
}

test.each([
  ["1", { type: "number" }],
  ["12345678901234567890", { type: "number" }],
  ['"2026-11-25T12:00:00Z"', { type: "string" }],
  ["true", { type: "boolean" }],
  ["null", {}],
  ["[]", { type: "array" }],
  ["{}", { type: "object" }],
  ['[1,"a"]', { type: "array", items: { type: ["number", "string"] } }],
  ["[null,2]", { type: "array", items: { type: ["null", "number"] } }],
  ["[null]", { type: "array", items: {} }],
  ['[[1],["a"]]', { type: "array", items: { type: "array", items: { type: ["number", "string"] } } }],
])("%s is described by its type", (text, schema) => {
  expect(schemaFromExample(read(text))).toEqual(schema);
});

test("an object has to have what the example has, and null may become anything", () => {
  expect(schemaFromExample(read('{"id":"A-1","total":86.40,"note":null}'))).toEqual({
    type: "object",
    properties: { id: { type: "string" }, total: { type: "number" }, note: {} },
    required: ["id", "total", "note"],
  });
});

test("of a list's items only that is asked which all of them have", () => {
  expect(schemaFromExample(read('{"items":[{"sku":"A","price":1},{"sku":"B","size":{"cm":2}}]}'))).toEqual({
    type: "object",
    properties: {
      items: {
        type: "array",
        items: {
          type: "object",
          properties: {
            sku: { type: "string" },
            price: { type: "number" },
            size: { type: "object", properties: { cm: { type: "number" } }, required: ["cm"] },
          },
          required: ["sku"],
        },
      },
    },
    required: ["items"],
  });
});

test("whatever the example, its schema can be used, and the example follows it", () => {
  const oddKey = fc.constantFrom("$id", "$ref", "$schema", "type", "items", "__proto__", "constructor", "", "a b");
  const value = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: "medium" },
      fc.constantFrom<Json>(null, true, 0, -1.5, "", "text"),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(oddKey, fc.string()), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(value, (example) => {
      expect(problemsWith(example)).toEqual([]);
    }),
  );
});

test("an example that is nested deeply or has thousands of keys is described less deeply", () => {
  const deep = read(`${'{"a":['.repeat(30)}1${"]}".repeat(30)}`);
  const wide = Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`key-${n}`, { value: n }]));
  expect(problemsWith(deep)).toEqual([]);
  expect(problemsWith(wide)).toEqual([]);
  expect(problemsWith({ data: wide, id: 1 })).toEqual([]);
  expect(schemaFromExample({ data: wide, id: 1 })).toMatchObject({ required: ["data", "id"] });
});
