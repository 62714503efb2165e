import { expect, test } from "vitest";
import { compileSchemaPattern } from "@/lib/domain/deliveries/schema/schema-pattern";

const run = () => ({ stepsLeft: 1_000, depth: 0, isEndless: false });

test.each([
  ["b", "abc", true],
  ["^b", "abc", false],
  ["\\u00fc", "ü", true],
  ["\\u{1F600}", "😀", true],
  ["\\\\u0041", "\\u0041", true],
  ["\\d\\/\\-", "1/-", true],
  ["^\\p{L}+$", "Zoë", true],
])("%s in %s: %s", (source, text, isFound) => {
  expect(compileSchemaPattern(source)?.(text, run())).toBe(isFound);
});

test.each(["(", "(?=a)", "(?<!a)", "(a)\\1", "a".repeat(1_001), "((a{1000}){1000}){1000}"])(
  "%s cannot be used",
  (source) => {
    expect(compileSchemaPattern(source)).toBeUndefined();
  },
);

test("it costs steps, more for more text, and finds nothing without any", () => {
  const [short, long, none] = [run(), run(), { ...run(), stepsLeft: 0 }];
  const pattern = compileSchemaPattern("a");
  pattern?.("a", short);
  pattern?.("a".repeat(1_000), long);
  expect(long.stepsLeft).toBeLessThan(short.stepsLeft);
  expect(pattern?.("a", none)).toBe(false);
});
