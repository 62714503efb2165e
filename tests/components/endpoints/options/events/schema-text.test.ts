import { expect, test } from "vitest";
import { readSchemaText, writeSchemaText } from "@/components/endpoints/options/events/schema-text";

test.each([
  ["{", "This is not valid JSON: it ends too early."],
  ['{\n  "type" "object"\n}', "This is not valid JSON: look at line 2, character 10."],
  ["[]", "The schema cannot be used: a schema in it is neither an object nor true or false."],
  ['{"$ref":"https://example.com/a.json"}', expect.stringContaining("is not in it")],
])("%s is broken, and it is said how", (text, message) => {
  expect(readSchemaText(text)).toEqual({ kind: "broken", message });
});

test("nothing typed is no schema", () => {
  expect(readSchemaText(" \n")).toEqual({ kind: "none" });
  expect(writeSchemaText(undefined)).toBe("");
});

test("a schema survives being written for people and read again, and can be asked", () => {
  const schema = { type: "object", required: ["id"] };
  const read = readSchemaText(writeSchemaText(schema));
  expect(read).toMatchObject({ kind: "schema", schema });
  expect(read.kind === "schema" && read.validate({}).map(({ path }) => path)).toEqual(["id"]);
});

test("blanks do not count as part of a schema's size", () => {
  const text = `{"type":${" ".repeat(70_000)}"object"}`;
  expect(readSchemaText(text)).toMatchObject({ kind: "schema" });
});
