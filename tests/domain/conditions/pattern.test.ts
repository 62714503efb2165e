import { expect, test } from "vitest";
import { compilePattern, isFound } from "@/lib/domain/conditions/pattern";

test("a pattern is found anywhere, unless it says where", () => {
  expect(isFound("b+", "abbc")).toBe(true);
  expect(isFound("^b+$", "abbc")).toBe(false);
  expect(isFound("(?i)HIGH", "high")).toBe(true);
});

test.each(["(", "a**", "(?=x)", "(a)\\1", "((a{100}){100}){100}", "x".repeat(1_001)])(
  "%.30s is no pattern, and finds nothing",
  (source) => {
    expect(compilePattern(source)).toBeUndefined();
    expect(isFound(source, "aaa")).toBe(false);
  },
);

test("a pattern that would take other engines years ends at once", () => {
  const started = performance.now();
  expect(isFound("^(a+)+$", `${"a".repeat(50_000)}b`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("text is searched up to 100,000 characters", () => {
  expect(isFound("b", `${"a".repeat(99_999)}b`)).toBe(true);
  expect(isFound("b", `${"a".repeat(100_000)}b`)).toBe(false);
});
