import { expect, test } from "vitest";
import { instantsAt, isTimeZone, wallTimeAt } from "@/lib/domain/schedules/zoned-time";

const at = (text: string) => Date.parse(`${text}Z`);
const written = (instants: number[]) => instants.map((instant) => new Date(instant).toISOString().slice(0, 16));

test("a clock shows its zone's time, in summer and winter", () => {
  expect(wallTimeAt(at("2026-01-15T12:00"), "Europe/Berlin")).toBe(at("2026-01-15T13:00"));
  expect(wallTimeAt(at("2026-07-15T12:00"), "Europe/Berlin")).toBe(at("2026-07-15T14:00"));
  expect(wallTimeAt(at("2026-07-15T12:00"), "Asia/Kathmandu")).toBe(at("2026-07-15T17:45"));
});

test("a wall time is one instant; two where clocks are set back; later where they are set forward", () => {
  expect(written(instantsAt(at("2026-07-15T14:00"), "Europe/Berlin"))).toEqual(["2026-07-15T12:00"]);
  expect(written(instantsAt(at("2026-10-25T02:30"), "Europe/Berlin"))).toEqual([
    "2026-10-25T00:30",
    "2026-10-25T01:30",
  ]);
  expect(written(instantsAt(at("2026-03-29T02:30"), "Europe/Berlin"))).toEqual(["2026-03-29T01:30"]);
  // Half an hour, on Lord Howe Island.
  expect(written(instantsAt(at("2026-10-04T02:10"), "Australia/Lord_Howe"))).toEqual(["2026-10-03T15:40"]);
});

test("a zone that nobody knows is none", () => {
  expect(isTimeZone("America/New_York")).toBe(true);
  expect(isTimeZone("UTC")).toBe(true);
  expect(isTimeZone("Middle-earth/Shire")).toBe(false);
});
