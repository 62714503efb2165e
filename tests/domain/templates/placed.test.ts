import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { isJsonText, isPlaced, jsonText, placed, placedValue, plainText } from "@/lib/domain/templates/placed";

test("no payload can pass for a placeholder's value or for finished JSON", () => {
  for (const forged of ["{}", '{"value":1}', '{"toString":"x"}', "[]", '"x"']) {
    expect(isPlaced(JSON.parse(forged))).toBe(false);
    expect(isJsonText(JSON.parse(forged))).toBe(false);
  }
  expect(isPlaced(placed(1)) && placedValue(placed(1))).toBe(1);
  expect(isJsonText(jsonText("1"))).toBe(true);
});

test.each([
  [undefined, ""],
  [null, ""],
  ["a", "a"],
  [0, "0"],
  [false, "false"],
  [new LosslessNumber("1.10"), "1.10"],
  [{ a: [1] }, '{"a":[1]}'],
  [jsonText('"a"'), '"a"'],
  [placed([1]), "[1]"],
])("%j reads %s", (value, text) => {
  expect(plainText(value)).toBe(text);
});
