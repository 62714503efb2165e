import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { queryValue } from "@/lib/domain/queries/query-value";

test.each([
  [undefined, null],
  [null, null],
  ["", ""],
  ["it's; DROP TABLE x", "it's; DROP TABLE x"],
  [7, "7"],
  [new LosslessNumber("12345678901234567890"), "12345678901234567890"],
  [true, "true"],
  [["a", 1], '["a",1]'],
  [{ price: new LosslessNumber("1.10") }, '{"price":1.10}'],
])("%j goes in as %j", (value, text) => {
  expect(queryValue(value, "postgresql")).toBe(text);
});

test("MySQL's truth is a number", () => {
  expect([true, false].map((value) => queryValue(value, "mysql"))).toEqual(["1", "0"]);
});
