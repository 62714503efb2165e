import { expect, test } from "vitest";
import { parseDelayMs } from "@/lib/engine/protocol/parse-delay";

test.for([
  ["1s", 1_000],
  ["1h30m", 5_400_000],
  ["2w1d", 1_296_000_000],
  ["", 0],
])("%j is %d ms", ([text, expectedMs]) => {
  expect(parseDelayMs(String(text))).toBe(expectedMs);
});

test("a moment is as far away as it is, and one that has passed is now", () => {
  const nowMs = Date.parse("2026-11-21T00:00:00Z");
  expect(parseDelayMs("2026-11-21T00:00:02.500Z", nowMs)).toBe(2_500);
  expect(parseDelayMs("2020-01-01T00:00:00Z", nowMs)).toBe(0);
});

test("anything else is refused", () => {
  expect(() => parseDelayMs("soon")).toThrow("soon");
});
