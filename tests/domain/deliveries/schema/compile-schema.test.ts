import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { parseJson } from "@/lib/domain/json/parse-json";

/** What a body has wrong by a schema, as sentences. */
function complaints(schema: object | boolean | string, body: string): string[] {
  const compiled = compileSchema(typeof schema === "string" ? schema : JSON.stringify(schema));
  if (!compiled.ok) throw new Error(compiled.message);
  const parsed = parseJson(body);
  if (!parsed.ok) throw new Error(parsed.message);
  return compiled.validate(parsed.value).map(({ message }) => message);
}

const order = {
  type: "object",
  required: ["id", "data"],
  additionalProperties: false,
  properties: {
    id: { type: "string", pattern: "^ord_\\d+$" },
    data: {
      type: "object",
      properties: {
        amount: { type: "number", exclusiveMinimum: 0, multipleOf: 0.01 },
        state: { enum: ["open", "paid"] },
        "first name": { minLength: 2 },
        items: { type: "array", maxItems: 2, uniqueItems: true, items: { type: ["integer", "null"] } },
      },
    },
  },
};

describe("what is wrong is said in sentences", () => {
  test.each([
    ['{"id":"ord_1","data":{"amount":12.30,"items":[1,null]}}', []],
    ['{"id":"ord_1","data":{"amount":"12"}}', ["data.amount must be a number, and was text."]],
    ['{"id":"ord_1","data":{"amount":0}}', ["data.amount must be more than 0."]],
    ['{"id":"ord_1","data":{"amount":0.001}}', ["data.amount must be a multiple of 0.01."]],
    ['{"id":"ord_1","data":{"state":"x"}}', ['data.state must be one of "open", "paid".']],
    ['{"id":"x","data":{}}', ["id must match the pattern ^ord_\\d+$."]],
    ['{"id":"ord_1"}', ["data is missing."]],
    ['{"id":"ord_1","data":{},"more":1}', ["more is not allowed."]],
    ['{"id":"ord_1","data":{"first name":"x"}}', ['data["first name"] must have at least 2 characters.']],
    ['{"id":"ord_1","data":{"items":[1,2.5]}}', ["data.items[1] must be a whole number or null, and was a number."]],
    ['{"id":"ord_1","data":{"items":[1,1.0]}}', ["data.items[1] is the same as item 0."]],
    ['{"id":"ord_1","data":{"items":[1,2,3]}}', ["data.items must have at most 2 items."]],
    ["[]", ["The body must be an object, and was a list."]],
  ])("%s", (body, messages) => {
    expect(complaints(order, body)).toEqual(messages);
  });

  test("each names its path, and there are ten at most", () => {
    const compiled = compileSchema('{"items":{"type":"string"}}');
    const problems = compiled.ok ? compiled.validate(Array.from({ length: 50 }, () => 1)) : [];
    expect(problems).toHaveLength(10);
    expect(problems[0]).toEqual({ path: "[0]", message: "[0] must be text, and was a number." });
  });
});

describe("numbers are taken at their word", () => {
  test.each([
    [{ type: "number" }, "1.10", true],
    [{ type: "integer" }, "1.0", true],
    [{ type: "integer" }, "12345678901234567890", true],
    [{ type: "integer" }, "1e400", true],
    [{ type: "integer" }, "12345678901234567890.5", false],
    [{ type: "string" }, "1.10", false],
    [{ type: "object" }, "1.10", false],
    ['{"maximum":9007199254740992}', "9007199254740993", false],
    ['{"minimum":0.1}', "0.10000000000000000001", true],
    ['{"const":12345678901234567890}', "12345678901234567891", false],
    ['{"const":1}', "1.00", true],
    ['{"multipleOf":0.1}', "0.3", true],
    ['{"multipleOf":0.01}', "19.99", true],
    ['{"multipleOf":3}', "1e1000000000", false],
    [{ minimum: 0 }, "-0", true],
  ])("%j: %s is fine: %s", (schema, body, isFine) => {
    expect(complaints(schema, body).length === 0).toBe(isFine);
  });
});

describe("a schema that cannot be used says why", () => {
  test.each([
    ["", "There is no JSON here"],
    ["{", "This is not valid JSON"],
    ["[]", "a schema in it is neither an object nor true or false"],
    ['{"properties":{"a":1}}', "a schema in it is neither"],
    ['{"type":"text"}', "its “type” must be among null, boolean, object"],
    ['{"type":[]}', "its “type” must be among"],
    ['{"minimum":"1"}', "its “minimum” must be a number"],
    ['{"minimum":1,"exclusiveMinimum":true}', "its “exclusiveMinimum” must be a number"],
    ['{"multipleOf":0}', "its “multipleOf” must be a number above 0"],
    ['{"minLength":-1}', "its “minLength” must be a whole number"],
    ['{"maxItems":1.5}', "its “maxItems” must be a whole number"],
    ['{"required":"id"}', "its “required” must be a list of keys"],
    ['{"enum":{}}', "its “enum” must be a list"],
    ['{"anyOf":[]}', "its “anyOf” must be a list of schemas"],
    ['{"properties":[]}', "its “properties” must be an object"],
    ['{"pattern":"("}', "its “pattern” has the pattern (, which cannot be used"],
    ['{"patternProperties":{"(?=x)":true}}', "its “patternProperties” has the pattern (?=x), which cannot be used"],
    [
      '{"$ref":"https://example.com/other.json"}',
      "its “$ref” leads to https://example.com/other.json, which is not in it",
    ],
    ['{"$ref":"#/$defs/missing"}', "its “$ref” leads to #/$defs/missing, which is not in it"],
    ['{"$ref":"file:///etc/passwd"}', "which is not in it"],
    ['{"$dynamicRef":"#x"}', "it uses $dynamicRef, which is not supported"],
    ['{"$schema":"http://json-schema.org/draft-04/schema#"}', "its $schema is neither draft 7 nor 2020-12"],
    [`${'{"not":'.repeat(33)}{}${"}".repeat(33)}`, "it is nested deeper than 32 levels"],
    [`{"title":"${"x".repeat(65_536)}"}`, "it is larger than 64 KB"],
    [`{"title":"${"ü".repeat(40_000)}"}`, "it is larger than 64 KB"],
    [
      JSON.stringify({ patternProperties: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`a${n}`, true])) }),
      "more than 200 patterns",
    ],
  ])("%s", (text, message) => {
    expect(compileSchema(text)).toEqual({ ok: false, message: expect.stringContaining(message) });
  });
});

describe("no schema takes long, whatever the body", () => {
  function timed(schema: object, body: unknown): { ms: number; messages: string[] } {
    const compiled = compileSchema(JSON.stringify(schema));
    const started = performance.now();
    const messages = compiled.ok ? compiled.validate(body).map(({ message }) => message) : [compiled.message];
    return { ms: performance.now() - started, messages };
  }

  const much = "a".repeat(100_000);

  test.each([
    ["(a+)+$", { pattern: "^(a+)+$" }, `${much}!`],
    ["(a|a)*", { pattern: "^(a|a)*$" }, `${much}!`],
    [
      "many patterns over many keys",
      { patternProperties: Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`(x+)+${n}$`, false])) },
      Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`${"x".repeat(20)}${n}y`, 1])),
    ],
    ["a list of long texts", { uniqueItems: true }, Array.from({ length: 50 }, (_, n) => much + n)],
    [
      "thousands of questions about one long value",
      {
        allOf: Array.from({ length: 4_000 }, (_, n) => ({ minLength: n, not: { const: n } })),
      },
      much.repeat(10),
    ],
    [
      "thousands of wanted keys for thousands of objects",
      { items: { required: Array.from({ length: 9_000 }, (_, n) => n.toString(36)) } },
      Array.from({ length: 50_000 }, () => ({ a: 1 })),
    ],
    ["a repetition of repetitions", { pattern: "^(a{0,30}){0,30}$" }, `${much}!`],
    ["a long list", { items: { type: "integer" } }, Array.from({ length: 100_000 }, (_, n) => n)],
  ])("%s", (_, schema, body) => {
    expect(timed(schema, body).ms).toBeLessThan(5_000);
  });

  test("one that doubles at every step ends with a sentence", () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        `d${n}`,
        { allOf: [{ $ref: `#/$defs/d${n + 1}` }, { $ref: `#/$defs/d${n + 1}` }] },
      ]),
    );
    const { ms, messages } = timed({ $defs: { ...$defs, d60: {} }, $ref: "#/$defs/d0" }, 1);
    expect(messages).toEqual(["The body takes too long to compare with the schema."]);
    expect(ms).toBeLessThan(5_000);
  });

  test("one that leads to itself ends with a sentence", () => {
    for (const schema of [
      { $ref: "#" },
      { allOf: [{ $ref: "#" }] },
      { $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } }, $ref: "#/$defs/a" },
    ]) {
      expect(timed(schema, 1).messages).toEqual(["The schema refers to itself without end."]);
    }
  });

  test("one that describes itself may be as deep as a body", () => {
    const tree = { properties: { child: { $ref: "#" }, name: { type: "string" } } };
    const deep = `${'{"child":'.repeat(62)}{"name":1}${"}".repeat(62)}`;
    expect(complaints(tree, deep)).toEqual([`${"child.".repeat(62)}name must be text, and was a number.`]);
  });
});

test("thousands of questions about one long number are asked in time", () => {
  const schema = { allOf: Array.from({ length: 3_000 }, (_, n) => ({ minimum: n })) };
  const started = performance.now();
  expect(complaints(schema, "9".repeat(1_000_000))).toEqual(["The body takes too long to compare with the schema."]);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("a schema with Unicode escapes means the characters", () => {
  expect(complaints({ pattern: "^\\u00fc\\u{1F600}$" }, '"ü😀"')).toEqual([]);
  expect(complaints({ pattern: "^\\\\u0041$" }, '"\\\\u0041"')).toEqual([]);
});

test("the same text is read once", () => {
  expect(compileSchema('{"type":"null"}')).toBe(compileSchema('{"type":"null"}'));
});

test("no JSON makes reading or comparing throw", () => {
  const keywords = [
    "type",
    "properties",
    "items",
    "required",
    "$ref",
    "$id",
    "anyOf",
    "not",
    "pattern",
    "enum",
    "minimum",
    "if",
    "$defs",
    "contains",
    "dependencies",
  ];
  const { schema } = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.boolean(),
      fc.dictionary(
        fc.constantFrom(...keywords),
        fc.oneof(
          tie("schema"),
          fc.jsonValue({ maxDepth: 1 }),
          fc.array(tie("schema"), { maxLength: 2 }),
          fc.constantFrom("#", "#/$defs", "string"),
        ),
      ),
    ),
  }));
  fc.assert(
    fc.property(schema, fc.jsonValue(), (value, body) => {
      const compiled = compileSchema(JSON.stringify(value));
      if (compiled.ok) expect(Array.isArray(compiled.validate(body))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
