import fc from "fast-check";
import { expect, test } from "vitest";
import { findPattern } from "@/lib/domain/extract/find-pattern";

const text = "Order A-17 and order B-4, not C-.";

test.each<[source: string, values: unknown[]]>([
  ["[A-Z]-\\d+", ["A-17", "B-4"]],
  ["[A-Z]-(\\d+)", ["17", "4"]],
  [
    "([A-Z])-(\\d+)",
    [
      ["A", "17"],
      ["B", "4"],
    ],
  ],
  [
    "(?<letter>[A-Z])-(?P<number>\\d+)?",
    [
      { letter: "A", number: "17" },
      { letter: "B", number: "4" },
      { letter: "C", number: null },
    ],
  ],
  ["(?i)ORDER", ["Order", "order"]],
  ["nothing", []],
])("%s", (source, values) => expect(findPattern(text, source)).toEqual({ ok: true, values }));

test("a pattern that finds nothing at every place ends", () => {
  expect(findPattern("abc", "x*")).toEqual({ ok: true, values: ["", "", "", ""] });
  expect(findPattern("a".repeat(20_000), "a")).toEqual({ ok: false, message: expect.stringContaining("10,000") });
});

test("what is no pattern is said to be none, and nothing throws", () => {
  expect(findPattern(text, "(")).toEqual({ ok: false, message: "The pattern is not a valid regular expression." });
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 20 }), (searched, source) => {
      expect(findPattern(searched, source)).toHaveProperty("ok");
    }),
    { numRuns: 200 },
  );
});
