import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { findOperator, operators } from "@/lib/domain/conditions/operators";

const big = new LosslessNumber("12345678901234567890");

test.each<[actual: unknown, operator: string, expected: unknown, passes: boolean]>([
  ["high", "equals", "high", true],
  ["high", "not-equals", "low", true],
  [undefined, "not-equals", "low", true],
  ["a fox", "contains", "fox", true],
  ["a fox", "contains", "Fox", false],
  [["a", 5], "contains", "5", true],
  [{ a: 1 }, "contains", "a", true],
  [{ a: 1 }, "contains", "toString", false],
  [undefined, "contains", "x", false],
  ["a fox", "not-contains", "dog", true],
  ["refs/heads/main", "starts-with", "refs/heads/", true],
  [4711, "starts-with", 47, true],
  ["a@example.com", "ends-with", "@example.com", true],
  ["b", "one-of", "a, b , c", true],
  [5, "one-of", ["4", "5"], true],
  ["", "one-of", "a,,b", false],
  ["d", "not-one-of", "a, b", true],
  ["100", "greater-than", 99, true],
  ["99", "greater-than", "100", false],
  [big, "greater-than", "12345678901234567889", true],
  [big, "greater-than", big, false],
  [big, "greater-or-equal", big, true],
  ["many", "greater-than", 1, false],
  ["many", "less-than", 1, false],
  [undefined, "less-than", 1, false],
  [-1.5, "less-than", "-1.4", true],
  [3, "less-or-equal", "3.0", true],
  ["2026-03-04", "before", "2026-03-05T00:00:00+09:00", true],
  [1_772_600_000, "after", "2026-01-01", true],
  ["soon", "after", "2026-01-01", false],
  [0, "exists", undefined, true],
  ["", "exists", undefined, true],
  [null, "exists", undefined, false],
  [undefined, "not-exists", undefined, true],
  ["  ", "empty", undefined, true],
  [[], "empty", undefined, true],
  [{}, "empty", undefined, true],
  [undefined, "empty", undefined, true],
  [0, "empty", undefined, false],
  [big, "empty", undefined, false],
  [[0], "not-empty", undefined, true],
  [true, "is-true", undefined, true],
  ["Yes", "is-true", undefined, true],
  [1, "is-true", undefined, true],
  ["2", "is-true", undefined, false],
  [false, "is-false", undefined, true],
  [undefined, "is-false", undefined, false],
  ["order.paid", "matches", "^order\\.(paid|refunded)$", true],
  ["order.paid", "matches", "(", false],
])("%j %s %j: %s", (...[actual, operator, expected, passes]) => {
  expect(findOperator(operator)?.test(actual, expected)).toBe(passes);
});

test("ids and labels are each given once", () => {
  expect(new Set(operators.map(({ id }) => id)).size).toBe(operators.length);
  expect(new Set(operators.map(({ label }) => label)).size).toBe(operators.length);
  expect(findOperator("constructor")).toBeUndefined();
});

test("no operator throws, whatever it compares", () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.constant(big),
    fc.constantFrom("1e999999999", "-", "2026-99-99", "[", "\uD800"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...operators), value, value, (operator, actual, expected) => {
      expect(operator.test(actual, expected)).toBeTypeOf("boolean");
    }),
    { numRuns: 1_000 },
  );
});
