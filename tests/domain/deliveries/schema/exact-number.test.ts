import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { compareExact, exactNumber, exactText, isMultiple, isWhole } from "@/lib/domain/deliveries/schema/exact-number";

function exact(text: string) {
  const number = exactNumber(new LosslessNumber(text));
  if (!number) throw new Error(`${text} is no number`);
  return number;
}

test.each([
  ["0", "0e0"],
  ["-0.00e7", "0e0"],
  ["100", "1e2"],
  ["1.10", "11e-1"],
  ["-12.5E+3", "-125e2"],
  ["0.001", "1e-3"],
  ["12345678901234567890", "1234567890123456789e1"],
])("%s is %s", (text, same) => {
  expect(exactText(exact(text))).toBe(same);
});

test.each([["1"], [null], [undefined], [{}], [Number.NaN], [Number.POSITIVE_INFINITY], [true]])(
  "%j is none",
  (value) => {
    expect(exactNumber(value)).toBeUndefined();
  },
);

test("whole numbers are told by what they are, not by how they are written", () => {
  expect(["1.0", "10e-1", "1e400", "0.0"].map((text) => isWhole(exact(text)))).toEqual([true, true, true, true]);
  expect(["1.5", "1e-1"].map((text) => isWhole(exact(text)))).toEqual([false, false]);
});

test("numbers compare to the last digit", () => {
  expect(compareExact(exact("9007199254740993"), exact("9007199254740992"))).toBeGreaterThan(0);
  expect(compareExact(exact("-0"), exact("0"))).toBe(0);
  expect(compareExact(exact("-2"), exact("1e-5"))).toBeLessThan(0);
});

test.each([
  ["0.3", "0.1", true],
  ["19.99", "0.01", true],
  ["1e308", "0.5", true],
  ["7", "2", false],
  ["0", "3", true],
  ["-6", "3", true],
  ["9".repeat(5_000), "7", false],
  ["1e-999999999", "3", false],
])("%s is a multiple of %s: %s", (number, step, isSo) => {
  expect(isMultiple(exact(number), exact(step))).toBe(isSo);
});

test("they agree with JavaScript where that is exact", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (one, other) => {
      expect(Math.sign(compareExact(exact(String(one)), exact(String(other))))).toBe(Math.sign(one - other));
      if (other !== 0) expect(isMultiple(exact(String(one)), exact(String(other)))).toBe(one % other === 0);
    }),
  );
});
