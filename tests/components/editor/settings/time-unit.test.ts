import { expect, test } from "vitest";
import { periodWords, unitOf } from "@/components/editor/settings/time-unit";

test.each([
  [1, "seconds", "1 second"],
  [90, "seconds", "90 seconds"],
  [120, "minutes", "2 minutes"],
  [3_600, "hours", "1 hour"],
  [172_800, "days", "2 days"],
])("%i seconds are told in %s", (seconds, unit, words) => {
  expect(unitOf(seconds)).toBe(unit);
  expect(periodWords(seconds)).toBe(words);
});
