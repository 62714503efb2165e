import { expect, test } from "vitest";
import { jsonRows } from "@/components/ui/json-view/json-rows";
import { parseJson } from "@/lib/domain/json/parse-json";

const NOTHING: ReadonlySet<string> = new Set();

test("a value is listed depth first, with its place among its siblings", () => {
  const rows = jsonRows({ a: 1, b: [true] }, NOTHING, 9);
  expect(rows.map(({ path, position, siblings }) => [path, position, siblings])).toEqual([
    ["$", 1, 1],
    ["$/a", 1, 2],
    ["$/b", 2, 2],
    ["$/b/0", 1, 1],
  ]);
});

test("branches deeper than asked for start closed, and toggling turns one around", () => {
  const value = { a: { b: 1 } };
  expect(jsonRows(value, NOTHING, 1)).toHaveLength(2);
  expect(jsonRows(value, new Set(["$/a"]), 1)).toHaveLength(3);
  expect(jsonRows(value, new Set(["$/a"]), 9)).toHaveLength(2);
});

test("a number is shown with the digits it came with", () => {
  const parsed = parseJson('{"id":12345678901234567890,"price":1.10}');
  const texts = parsed.ok
    ? jsonRows(parsed.value, NOTHING, 9).flatMap((row) => (row.kind === "leaf" ? row.text : []))
    : [];
  expect(texts).toEqual(["12345678901234567890", "1.10"]);
});

test("a long list shows 200 at first, and the rest when asked", () => {
  const list = Array.from({ length: 1_000 }, (_, index) => index);
  expect(jsonRows(list, NOTHING, 9).at(-1)).toMatchObject({ kind: "more", hidden: 800 });
  expect(jsonRows(list, new Set(["$/…"]), 9)).toHaveLength(1_001);
});
