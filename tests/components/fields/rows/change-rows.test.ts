import { expect, test } from "vitest";
import { moved, replaced, without } from "@/components/fields/rows/change-rows";

const rows = ["a", "b", "c"];

test("a row is replaced, taken away, or moved by a place", () => {
  expect(replaced(rows, 1, "x")).toEqual(["a", "x", "c"]);
  expect(without(rows, 0)).toEqual(["b", "c"]);
  expect(moved(rows, 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(rows, 2, -1)).toEqual(["a", "c", "b"]);
});

test("at an end, a row stays where it is", () => {
  expect(moved(rows, 0, -1)).toEqual(rows);
  expect(moved(rows, 2, 1)).toEqual(rows);
});
