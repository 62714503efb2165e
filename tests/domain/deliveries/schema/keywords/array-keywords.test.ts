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
  [{ minItems: 1 }, [], "must have at least 1 item."],
  [{ maxItems: 1 }, [1, 2], "must have at most 1 item."],
  [{ contains: { type: "string" } }, [1], "must have at least 1 item of the wanted kind."],
  [{ contains: { type: "string" }, maxContains: 1 }, ["a", "b"], "must have at most 1 item of the wanted kind."],
])("%j of %j: %s", (schema, value, message) => {
  expect(wrong(schema, value)).toEqual([message]);
});

test.each([
  [{ items: { type: "string" } }, ["a", 1], "[1]"],
  [{ prefixItems: [true], items: false }, [1, 2], "[1]"],
  [{ prefixItems: [{ type: "string" }] }, [1], "[0]"],
  [{ items: [{ type: "string" }], additionalItems: { type: "null" } }, ["a", 1], "[1]"],
  [
    { uniqueItems: true },
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    "[1]",
  ],
  [{ prefixItems: [true], unevaluatedItems: false }, [1, 2], "[1]"],
])("%j of %j is wrong at %s", (schema, value, path) => {
  const compiled = compileSchema(JSON.stringify(schema));
  expect(compiled.ok && compiled.validate(value).map((problem) => problem.path)).toEqual([path]);
});

test("lists' keywords ask nothing of anything else, and a list may be unique by being short", () => {
  for (const value of [{}, "ab", 1]) expect(wrong({ minItems: 5, items: false, uniqueItems: true }, value)).toEqual([]);
  expect(wrong({ uniqueItems: true }, [1, "1", true, null])).toEqual([]);
  expect(wrong({ uniqueItems: false }, [1, 1])).toEqual([]);
});
