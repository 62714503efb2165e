import { expect, test } from "vitest";
import { readTimestamp, writeTimestamp } from "@/lib/domain/signatures/read-timestamp";

const NOW_MS = Date.UTC(2026, 2, 4, 12);

test.each(["s", "ms", "iso"] as const)("a time written in %s is read again", (unit) => {
  expect(readTimestamp(writeTimestamp(NOW_MS, unit), unit)).toBe(NOW_MS);
});

test("an ISO time may have an offset", () => {
  expect(readTimestamp("2026-03-04T04:00:00-08:00", "iso")).toBe(NOW_MS);
});

test.each([
  ["", "s"],
  ["-1", "s"],
  ["1.5", "s"],
  ["1e9", "s"],
  ["0x10", "s"],
  [" 1", "s"],
  ["9".repeat(16), "ms"],
  ["2026-03-04T12:00:00", "iso"],
  ["2026-13-04T12:00:00Z", "iso"],
  ["March 4, 2026", "iso"],
] as const)("“%s” is no time in %s", (text, unit) => {
  expect(readTimestamp(text, unit)).toBeUndefined();
});
