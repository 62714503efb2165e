import fc from "fast-check";
import { expect, test } from "vitest";
import { cronProblem, cronWords, isTimeZone, nextTimes, timeZones } from "@/lib/domain/schedules/cron";

const berlin = (cron: string, from: string, count = 2) =>
  nextTimes({ cron, timeZone: "Europe/Berlin" }, Date.parse(from), count).map((timeMs) =>
    new Date(timeMs).toISOString(),
  );

test("the next times are those of the zone's own clock", () => {
  expect(berlin("0 9 * * 1-5", "2026-01-02T12:00:00Z")).toEqual([
    "2026-01-05T08:00:00.000Z",
    "2026-01-06T08:00:00.000Z",
  ]);
  expect(berlin("0 9 * * 1-5", "2026-07-03T12:00:00Z")).toEqual([
    "2026-07-06T07:00:00.000Z",
    "2026-07-07T07:00:00.000Z",
  ]);
  expect(nextTimes({ cron: "*/30 * * * *", timeZone: "UTC" }, 0, 3)).toEqual([1_800_000, 3_600_000, 5_400_000]);
});

test("a time that the clocks skip is not lost, and one that they pass twice comes once", () => {
  expect(berlin("30 2 * * *", "2026-03-28T12:00:00Z")).toEqual([
    "2026-03-29T01:00:00.000Z",
    "2026-03-30T00:30:00.000Z",
  ]);
  expect(berlin("30 2 * * *", "2026-10-24T12:00:00Z")).toEqual([
    "2026-10-25T00:30:00.000Z",
    "2026-10-26T01:30:00.000Z",
  ]);
});

test.each(["* * * * *", "0 9 * * MON", "0 9 1 JAN *", " */15  8-18 * * 1-5 ", "0 0 L * *", "0 9 * * 1#2"])(
  "%s is a schedule",
  (cron) => {
    expect(cronProblem(cron)).toBeUndefined();
    expect(nextTimes({ cron, timeZone: "UTC" }, Date.now(), 1)).toHaveLength(1);
  },
);

test.each([
  ["", "five parts"],
  ["@daily", "five parts"],
  ["0 0 9 * * *", "five parts"],
  ["60 * * * *", "cannot be read"],
  ["often and always so there", "cannot be read"],
  ["0 0 30 2 *", "never due"],
])("“%s” is none: %s", (cron, complaint) => {
  expect(cronProblem(cron)).toContain(complaint);
  expect(nextTimes({ cron, timeZone: "UTC" }, Date.now(), 1)).toEqual([]);
});

test("a schedule is told in words, and one without words as it is", () => {
  expect(cronWords("0 9 * * 1-5")).toBe("At 09:00, Monday through Friday");
  expect(cronWords("often")).toBe("often");
});

test("time zones are known by their names", () => {
  expect(timeZones()).toContain("Europe/Berlin");
  expect(timeZones()[0]).toBe("UTC");
  expect(isTimeZone("Europe/Berlin")).toBe(true);
  expect(isTimeZone("Middle/Earth")).toBe(false);
  expect(nextTimes({ cron: "* * * * *", timeZone: "Middle/Earth" }, 0, 1)).toEqual([]);
});

test("whatever is written, nothing throws", () => {
  const part = fc.constantFrom("*", "*/5", "1-5", "0", "61", "L", "?", "5L", "15W", "MON#6", "-", "*/0", "x", "1,2");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const cron = parts.join(" ");
      cronProblem(cron);
      cronWords(cron);
      expect(nextTimes({ cron, timeZone: "UTC" }, 0, 2).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
});
