import { expect, test } from "vitest";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";

/** What one value has wrong by one schema, but for its beginning, “The body ”. */
function wrong(schema: object | string, value: unknown): string[] {
  const compiled = compileSchema(typeof schema === "string" ? schema : JSON.stringify(schema));
  return compiled.ok
    ? compiled.validate(value).map(({ message }) => message.slice("The body ".length))
    : [compiled.message];
}

const text = { type: "string" };
const short = { maxLength: 2 };

test.each([
  [{ anyOf: [text, { type: "null" }] }, 1, "must be of one of 2 kinds, and is of none."],
  [{ oneOf: [text, { type: "null" }] }, 1, "must be of exactly one of 2 kinds, and is of none."],
  [{ oneOf: [text, short] }, "ab", "must be of exactly one of 2 kinds, and is of 2 of them."],
  [{ not: text }, "a", "is of a kind that is not allowed."],
  [{ allOf: [text, short] }, "abc", "must have at most 2 characters."],
  [`{"if":{"type":"string"},"then":{"maxLength":2}}`, "abc", "must have at most 2 characters."],
  [{ if: text, else: { type: "null" } }, 1, "must be null, and was a number."],
  [{ $ref: "#/$defs/text", $defs: { text } }, 1, "must be text, and was a number."],
])("%j of %j: %s", (schema, value, message) => {
  expect(wrong(schema, value)).toEqual([message]);
});

test.each([
  [{ anyOf: [text, short] }, 1],
  [{ oneOf: [text, { type: "null" }] }, null],
  [{ not: text }, 1],
  [`{"then":false,"else":false}`, 1],
  [`{"if":{"type":"string"},"then":{"maxLength":2}}`, 1],
])("%j takes %j", (schema, value) => {
  expect(wrong(schema, value)).toEqual([]);
});
