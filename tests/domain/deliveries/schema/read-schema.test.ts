import { expect, test } from "vitest";
import { readSchema } from "@/lib/domain/deliveries/schema/read-schema";
import { applyNode } from "@/lib/domain/deliveries/schema/schema-node";
import type { Json } from "@/lib/domain/json/json";

function isFine(schema: Json, value: unknown): boolean {
  const read = readSchema(schema);
  if (!read.ok) throw new Error(read.message);
  const run = { stepsLeft: 1_000, depth: 0, isEndless: false };
  return applyNode(read.root, { value, path: "", run }).problems.length === 0;
}

test("true takes everything, and false nothing", () => {
  expect([isFine(true, 1), isFine({}, 1), isFine(false, 1)]).toEqual([true, true, false]);
});

test("the draft decides what counts", () => {
  const schema = { $ref: "#/definitions/a", type: "string", definitions: { a: {} } };
  expect(isFine(schema, 1)).toBe(false);
  expect(isFine({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" }, 1)).toBe(true);
});

test("unknown keywords, formats and titles ask for nothing", () => {
  expect(isFine({ format: "email", title: "x", "x-y": { type: 1 }, contentEncoding: "base64" }, "no email")).toBe(true);
});

test("the first mistake is told", () => {
  expect(readSchema({ minimum: "1", maximum: "2" })).toEqual({ ok: false, message: "its “minimum” must be a number" });
});

test("a mistake is found wherever a reference leads", () => {
  expect(readSchema({ $ref: "#/x", x: { type: 1 } })).toMatchObject({ ok: false });
  expect(readSchema({ x: { type: 1 } })).toMatchObject({ ok: true });
});
