import { expect, test } from "vitest";
import { DURATION_MS_MAX, Duration, durationMs, durationWords } from "@/lib/domain/forms/duration";

test.each([
  [{ amount: 90, unit: "seconds" }, 90_000, "90 seconds"],
  [{ amount: 1, unit: "minutes" }, 60_000, "1 minute"],
  [{ amount: 1.5, unit: "hours" }, 5_400_000, "1.5 hours"],
  [{ amount: 365, unit: "days" }, DURATION_MS_MAX, "365 days"],
] as const)("%j", (duration, lengthMs, words) => {
  expect(durationMs(Duration.parse(duration))).toBe(lengthMs);
  expect(durationWords(duration)).toBe(words);
});

test.each([
  { amount: 0, unit: "days" },
  { amount: -1, unit: "days" },
  { amount: 366, unit: "days" },
  { amount: 1e12, unit: "seconds" },
  { amount: 1, unit: "weeks" },
  { amount: Number.NaN, unit: "days" },
])("%j is none", (duration) => expect(Duration.safeParse(duration).success).toBe(false));
