import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { numberText } from "@/lib/domain/json/number-text";

test.each([
  [100, "100"],
  ["100", "100"],
  [" 99.50 ", "99.50"],
  ["+3", "3"],
  ["007", "7"],
  [".5", "0.5"],
  ["-.5", "-0.5"],
  ["1e3", "1e3"],
  [new LosslessNumber("12345678901234567890"), "12345678901234567890"],
])("%s is the number %s", (value, text) => {
  expect(numberText(value)).toBe(text);
});

test.each(["", " ", "12a", "1,000", "0x10", "Infinity", Number.NaN, null, undefined, true, [], {}, "9".repeat(500)])(
  "%s is no number",
  (value) => {
    expect(numberText(value)).toBeUndefined();
  },
);
