import { expect, test } from "vitest";
import { parseCron } from "@/lib/domain/schedules/cron";

const read = (text: string) => {
  const parsed = parseCron(text);
  return parsed.ok ? parsed.cron : parsed.message;
};

test("every part is read: stars, lists, ranges, steps and names", () => {
  expect(read("*/20 9-11 1,15 jan-mar Mon,Fri")).toMatchObject({
    minutes: [0, 20, 40],
    hours: [9, 10, 11],
    days: [1, 15],
    months: [1, 2, 3],
    weekdays: [1, 5],
  });
  expect(read("5/20 0-23/8 * * *")).toMatchObject({ minutes: [5, 25, 45], hours: [0, 8, 16] });
});

test("Sunday is 0 and 7, and a part that allows every value is any, however it is written", () => {
  expect(read("0 0 * * 5-7")).toMatchObject({ weekdays: [0, 5, 6] });
  expect(read("0 0 1-31 */1 0-6")).toMatchObject({
    isAny: { minutes: false, hours: false, days: true, months: true, weekdays: true },
  });
});

test("what cannot be read is named", () => {
  expect(read("0 9 * *")).toMatch(/^It needs five parts/);
  expect(read("")).toMatch(/^It needs five parts/);
  expect(read("60 * * * *")).toBe("“60” is no minute.");
  expect(read("0 24 * * *")).toBe("“24” is no hour.");
  expect(read("0 0 0 * *")).toBe("“0” is no day of the month.");
  expect(read("0 0 * foo *")).toBe("“foo” is no month.");
  expect(read("0 0 * * 5-1")).toBe("“5-1” is no day of the week.");
  expect(read("*/0 * * * *")).toBe("“*/0” is no minute.");
  expect(read("1,,2 * * * *")).toBe("“1,,2” is no minute.");
});
