import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { readPath, segmentsOf } from "@/lib/domain/json/read-path";

const order = { id: new LosslessNumber("1.0"), items: [{ sku: "a" }, { sku: "b" }], "first name": "Ada", 'q"u\\o': 1 };

test.each([
  ["items[1].sku", "b"],
  ["items.1.sku", "b"],
  ["$.items[0].sku", "a"],
  ['["first name"]', "Ada"],
  ['["q\\"u\\\\o"]', 1],
  ["items[2].sku", undefined],
  ["id", order.id],
  ["id.value", undefined],
  ["items.length", undefined],
  ["nothing.at.all", undefined],
  ["", order],
])("%s is found", (path, expected) => {
  expect(readPath(order, path)).toBe(expected);
});

test("segments may be given ready", () => {
  expect(readPath(order, ["items", 0, "sku"])).toBe("a");
});

test.each(["constructor", "__proto__", "items.constructor", "toString", "items.map"])(
  "%s of JavaScript is not data",
  (path) => {
    expect(readPath(order, path)).toBeUndefined();
  },
);

test("a path is split at dots and brackets", () => {
  expect(segmentsOf('a.b[0]["c.d"].e-f')).toEqual(["a", "b", "0", "c.d", "e-f"]);
});
