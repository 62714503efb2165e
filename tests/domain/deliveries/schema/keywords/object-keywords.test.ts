import { expect, test } from "vitest";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";

/** What one value has wrong by one schema, but for its beginning, “The body ”. */
function wrong(schema: object, value: unknown): string[] {
  const compiled = compileSchema(JSON.stringify(schema));
  return compiled.ok
    ? compiled.validate(value).map(({ message }) => message.slice("The body ".length))
    : [compiled.message];
}

test.each([
  [{ minProperties: 1 }, {}, "must have at least 1 key."],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, "must have at most 1 key."],
])("%j of %j: %s", (schema, value, message) => {
  expect(wrong(schema, value)).toEqual([message]);
});

const problemsOf = (schema: object, value: unknown) => {
  const compiled = compileSchema(JSON.stringify(schema));
  return compiled.ok ? compiled.validate(value) : [];
};

test.each([
  [{ required: ["a", "b"] }, { b: 1 }, [{ path: "a", message: "a is missing." }]],
  [{ properties: { a: { type: "null" } } }, { a: 1 }, [{ path: "a", message: "a must be null, and was a number." }]],
  [{ patternProperties: { "^x": false } }, { xy: 1, y: 1 }, [{ path: "xy", message: "xy is not allowed." }]],
  [
    { properties: { a: true }, patternProperties: { "^x": true }, additionalProperties: false },
    { a: 1, xy: 1, "b c": 1 },
    [{ path: '["b c"]', message: '["b c"] is not allowed.' }],
  ],
  [
    { propertyNames: { maxLength: 1 } },
    { ab: 1, c: 1 },
    [{ path: "ab", message: "ab has a name that is not allowed." }],
  ],
  [{ dependentRequired: { a: ["b"] } }, { a: 1 }, [{ path: "b", message: "b is missing beside “a”." }]],
  [{ dependencies: { a: { required: ["c"] } } }, { a: 1 }, [{ path: "c", message: "c is missing." }]],
  [
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    { a: 1, b: 1 },
    [{ path: "b", message: "b is not allowed." }],
  ],
])("%j of %j", (schema, value, problems) => {
  expect(problemsOf(schema, value)).toEqual(problems);
});

test("objects' keywords ask nothing of anything else, and see only what the data itself holds", () => {
  expect(problemsOf({ required: ["a"], minProperties: 1 }, ["x"])).toEqual([]);
  expect(problemsOf({ required: ["toString"] }, {})).toEqual([{ path: "toString", message: "toString is missing." }]);
});
