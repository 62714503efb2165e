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
  [{ type: "boolean" }, "true", "must be true or false, and was text."],
  [{ type: "null" }, 0, "must be null, and was a number."],
  [{ type: ["string", "array"] }, null, "must be text or a list, and was null."],
  [{ type: "integer" }, 1.5, "must be a whole number, and was a number."],
  [{ const: { a: 1 } }, { a: 2 }, 'must be {"a":1}.'],
  [{ enum: [1, 2, 3, 4, 5, 6] }, 7, "must be one of 1, 2, 3, 4, 5, …."],
  [{ const: "x".repeat(200) }, 1, `must be "${"x".repeat(99)}….`],
  [{ minimum: 2 }, 1, "must be at least 2."],
  [{ maximum: 2 }, 3, "must be at most 2."],
  [{ exclusiveMinimum: 2 }, 2, "must be more than 2."],
  [{ exclusiveMaximum: 2 }, 2, "must be less than 2."],
  [{ multipleOf: 2 }, 3, "must be a multiple of 2."],
  [{ minLength: 2 }, "😀", "must have at least 2 characters."],
  [{ maxLength: 1 }, "ab", "must have at most 1 character."],
  [{ pattern: "^a" }, "b", "must match the pattern ^a."],
])("%j of %j: %s", (schema, value, message) => {
  expect(wrong(schema, value)).toEqual([message]);
});

test("numbers' and texts' keywords ask nothing of anything else", () => {
  const schema = { minimum: 5, maximum: 1, multipleOf: 7, minLength: 9, pattern: "x" };
  for (const value of [null, true, [], {}]) expect(wrong(schema, value)).toEqual([]);
});
