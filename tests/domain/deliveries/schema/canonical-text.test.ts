import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { canonicalText } from "@/lib/domain/deliveries/schema/canonical-text";

test.each([
  [1, new LosslessNumber("1.00")],
  [
    { a: 1, b: [null] },
    { b: [null], a: new LosslessNumber("1.0") },
  ],
  [[], []],
])("%j is equal to %j", (one, other) => {
  expect(canonicalText(one)).toBe(canonicalText(other));
});

test.each([
  [1, "1"],
  [1, true],
  [0, false],
  [null, "null"],
  [[], {}],
  [["a,b"], ["a", "b"]],
  [{ a: 1 }, { a: 1, b: null }],
  [
    [1, [2]],
    [[1], 2],
  ],
  [new LosslessNumber("9007199254740993"), new LosslessNumber("9007199254740992")],
])("%j is not equal to %j", (one, other) => {
  expect(canonicalText(one)).not.toBe(canonicalText(other));
});
