import { expect, test } from "vitest";
import { type CronPlan, changeKind, readPlan, writePlan } from "@/components/fields/cron/cron-plan";

const PLANS: [string, CronPlan][] = [
  ["* * * * *", { kind: "minutes", every: 1 }],
  ["*/15 * * * *", { kind: "minutes", every: 15 }],
  ["5 * * * *", { kind: "hourly", minute: 5 }],
  ["30 9 * * *", { kind: "daily", time: "09:30" }],
  ["0 17 * * 1,4", { kind: "weekly", weekdays: [1, 4], time: "17:00" }],
  ["0 9 15 * *", { kind: "monthly", day: 15, time: "09:00" }],
];

test.each(PLANS)("%s is a plain choice, and is written the same again", (text, plan) => {
  expect(readPlan(text)).toEqual(plan);
  expect(writePlan(plan)).toBe(text);
});

test.each(["*/7 * * * *", "0 9 * 1 *", "0 9 1 * 1", "0 9,17 * * *", "5-10 * * * *", "*/5 9 * * *", "nonsense", ""])(
  "“%s” is one's own text, and stays as it is",
  (text) => {
    expect(readPlan(text)).toEqual({ kind: "own", text });
    expect(writePlan(readPlan(text))).toBe(text);
  },
);

test("weekdays may be written by name or as a range", () => {
  expect(readPlan("0 9 * * mon-fri")).toEqual({ kind: "weekly", weekdays: [1, 2, 3, 4, 5], time: "09:00" });
});

test("another kind keeps the time of day; one's own text begins with what was chosen", () => {
  const daily: CronPlan = { kind: "daily", time: "17:30" };
  expect(changeKind(daily, "weekly")).toEqual({ kind: "weekly", weekdays: [1], time: "17:30" });
  expect(changeKind(daily, "own")).toEqual({ kind: "own", text: "30 17 * * *" });
  expect(changeKind({ kind: "minutes", every: 5 }, "daily")).toEqual({ kind: "daily", time: "09:00" });
});

test("a week without days is every day, so that a schedule is never empty by a click", () => {
  expect(writePlan({ kind: "weekly", weekdays: [], time: "09:00" })).toBe("0 9 * * *");
});
