import { expect, test } from "vitest";
import { relativeTime } from "@/components/ui/relative-time-text";

const NOW_MS = Date.UTC(2026, 2, 4, 12);

test.each([
  [0, "just now"],
  [-59_000, "just now"],
  [-61_000, "1 min. ago"],
  [-2 * 3_600_000, "2 hr. ago"],
  [-24 * 3_600_000, "yesterday"],
  [3 * 24 * 3_600_000, "in 3 days"],
])("%d ms from now is %s", (sinceMs, text) => {
  expect(relativeTime(NOW_MS + sinceMs, NOW_MS)).toBe(text);
});
