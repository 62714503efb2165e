import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { counted, isTextList, readCount } from "@/lib/domain/deliveries/schema/keyword";

test("a count is a whole number that is not below 0, however it is written", () => {
  expect([0, 3, new LosslessNumber("2.0")].map(readCount)).toEqual([0, 3, 2]);
  for (const none of [-1, 1.5, "1", null, true, [], [1], {}, undefined, new LosslessNumber("1e400")]) {
    expect(readCount(none)).toBeUndefined();
  }
});

test("a list of texts holds nothing else", () => {
  expect([[], ["a"]].every(isTextList)).toBe(true);
  expect([["a", 1], "a", null, {}].some(isTextList)).toBe(false);
});

test("one thing is said in the singular", () => {
  expect([0, 1, 2_000].map((count) => counted(count, "item"))).toEqual(["0 items", "1 item", "2,000 items"]);
});
