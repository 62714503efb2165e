import { expect, test } from "vitest";
import { parseCron } from "@/lib/domain/schedules/cron";
import { nextTimes } from "@/lib/domain/schedules/next-times";

function next(text: string, after: string, { timeZone = "UTC", count = 3 } = {}) {
  const parsed = parseCron(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return nextTimes(parsed.cron, { timeZone, afterMs: Date.parse(`${after}Z`), count }).map((instant) =>
    new Date(instant).toISOString().slice(0, 16),
  );
}

test("the times after a moment come in order, and never that moment itself", () => {
  expect(next("*/15 * * * *", "2026-11-25T10:15")).toEqual([
    "2026-11-25T10:30",
    "2026-11-25T10:45",
    "2026-11-25T11:00",
  ]);
  expect(next("0 9 * * *", "2026-11-25T10:00")).toEqual(["2026-11-26T09:00", "2026-11-27T09:00", "2026-11-28T09:00"]);
});

test("days of the week and of the month: either is enough where both are told", () => {
  expect(next("0 9 * * mon", "2026-11-25T10:00", { count: 2 })).toEqual(["2026-11-30T09:00", "2026-12-07T09:00"]);
  expect(next("0 9 31 * *", "2026-11-25T10:00", { count: 2 })).toEqual(["2026-12-31T09:00", "2027-01-31T09:00"]);
  expect(next("0 9 1 * fri", "2026-11-25T10:00")).toEqual(["2026-11-27T09:00", "2026-12-01T09:00", "2026-12-04T09:00"]);
});

test("29 February is found, and what never comes is not looked for for ever", () => {
  expect(next("0 0 29 2 *", "2026-11-25T10:00", { count: 2 })).toEqual(["2028-02-29T00:00", "2032-02-29T00:00"]);
  expect(next("0 0 30 2 *", "2026-11-25T10:00")).toEqual([]);
});

test("it goes by the clocks of its zone, all year round", () => {
  const timeZone = "Europe/Berlin";
  expect(next("0 9 * * *", "2026-03-28T00:00", { timeZone })).toEqual([
    "2026-03-28T08:00",
    "2026-03-29T07:00",
    "2026-03-30T07:00",
  ]);
});

test("an hour that is skipped is made up for; one that comes twice counts twice only for what runs every hour", () => {
  const timeZone = "Europe/Berlin";
  expect(next("30 2 * * *", "2026-03-28T12:00", { timeZone, count: 2 })).toEqual([
    "2026-03-29T01:30",
    "2026-03-30T00:30",
  ]);
  expect(next("30 2 * * *", "2026-10-24T12:00", { timeZone, count: 2 })).toEqual([
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
  expect(next("30 * * * *", "2026-10-24T23:45", { timeZone })).toEqual([
    "2026-10-25T00:30",
    "2026-10-25T01:30",
    "2026-10-25T02:30",
  ]);
  expect(next("30 * * * *", "2026-03-29T00:15", { timeZone })).toEqual([
    "2026-03-29T00:30",
    "2026-03-29T01:30",
    "2026-03-29T02:30",
  ]);
});
