import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { isEqual } from "@/lib/domain/conditions/is-equal";

test.each([
  ["high", "high"],
  [100, "100"],
  ["100", 100],
  [new LosslessNumber("1.10"), 1.1],
  [new LosslessNumber("12345678901234567890"), "12345678901234567890"],
  [true, "true"],
  [false, "False"],
  [null, ""],
  [undefined, null],
  [[1, 2], "[1,2]"],
  [{ a: [1] }, { a: [1] }],
])("%j is %j", (left, right) => {
  expect(isEqual(left, right)).toBe(true);
  expect(isEqual(right, left)).toBe(true);
});

test.each([
  ["high", "High"],
  ["007", "7"],
  [7, "seven"],
  [new LosslessNumber("12345678901234567890"), new LosslessNumber("12345678901234567891")],
  [1, true],
  [0, ""],
  [0, null],
  [false, ""],
  [[1], [2]],
  ["constructor", undefined],
])("%j is not %j", (left, right) => {
  expect(isEqual(left, right)).toBe(false);
  expect(isEqual(right, left)).toBe(false);
});
