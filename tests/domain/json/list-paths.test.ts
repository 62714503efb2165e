import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { listPaths } from "@/lib/domain/json/list-paths";
import { readPath } from "@/lib/domain/json/read-path";

test("leaves come in the order written, with their types", () => {
  const price = new LosslessNumber("1.10");
  expect(listPaths({ a: { b: [1, "x"] }, "c d": null, price, none: [], on: true }, 10)).toEqual([
    { path: "a.b[0]", value: 1, type: "number" },
    { path: "a.b[1]", value: "x", type: "string" },
    { path: '["c d"]', value: null, type: "null" },
    { path: "price", value: price, type: "number" },
    { path: "none", value: [], type: "array" },
    { path: "on", value: true, type: "boolean" },
  ]);
});

test("at most as many as asked for", () => {
  expect(
    listPaths(
      Array.from({ length: 1_000 }, (_, n) => n),
      3,
    ),
  ).toHaveLength(3);
  expect(listPaths([1], 0)).toEqual([]);
});

test("every listed path leads back to its value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      for (const leaf of listPaths(value, 100)) {
        expect(readPath(value, leaf.path)).toBe(leaf.value);
      }
    }),
  );
});
