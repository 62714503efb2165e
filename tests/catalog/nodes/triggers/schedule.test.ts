import { expect, test } from "vitest";
import { readScheduleConfig, schedule } from "@/lib/catalog/nodes/triggers/schedule";

test("it says in words when it starts", () => {
  expect(schedule.describe({ cron: "0 9 * * 1-5", timeZone: "America/New_York" })).toBe(
    "At 09:00, Monday through Friday, America/New York time",
  );
});

test("a schedule that is never due and a zone that is none are problems", () => {
  expect(schedule.problems({ cron: "0 0 31 2 *", timeZone: "Mars" })).toEqual([
    { field: "cron", message: "This schedule is never due: there is no such day." },
    { field: "timeZone", message: "There is no such time zone. Choose another." },
  ]);
  expect(readScheduleConfig({ cron: 5 })).toBeUndefined();
  expect(readScheduleConfig({})).toEqual({ cron: "0 8 * * 1-5", timeZone: "UTC" });
});
