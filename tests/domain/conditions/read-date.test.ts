import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { readDate } from "@/lib/domain/conditions/read-date";

const NOON_MS = Date.UTC(2026, 2, 4, 12);

test.each([
  "2026-03-04T12:00:00Z",
  "2026-03-04T14:00+02:00",
  "2026-03-04 12:00:00.000",
  "2026-03-04T12:00",
  "Wed, 04 Mar 2026 12:00:00 GMT",
  NOON_MS,
  NOON_MS / 1_000,
  String(NOON_MS / 1_000),
  new LosslessNumber(`${NOON_MS / 1_000}.0`),
])("%s is that noon", (value) => {
  expect(readDate(value)).toBe(NOON_MS);
});

test("a day begins at midnight, UTC", () => {
  expect(readDate("2026-03-04")).toBe(NOON_MS - 12 * 3_600_000);
});

test.each(["", "tomorrow", "2026-13-40", "04.03.2026", "March 4", null, undefined, true, {}])(
  "%s is no date",
  (value) => {
    expect(readDate(value)).toBeUndefined();
  },
);
