import { compareNumber, isLosslessNumber, type LosslessNumber } from "lossless-json";
import { numberText } from "@/lib/domain/json/number-text";

/** A number as `digits` times ten to the power of `exponent`, with neither zeros around the digits nor a sign on zero. */
export type ExactNumber = { isNegative: boolean; digits: string; exponent: number };

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** Beyond so many digits, whether a number is a multiple of another is told no more exactly than JavaScript can. */
const DIGITS_MAX = 1_000;

/** Some numbers are as long as a body may be, and asked for by every keyword. */
const known = new WeakMap<object, ExactNumber | undefined>();

/** A number of JSON without loss; undefined for what is none, such as text that looks like one. */
export function exactNumber(value: unknown): ExactNumber | undefined {
  if (!isLosslessNumber(value)) return typeof value === "number" ? read(value) : undefined;
  if (!known.has(value)) known.set(value, read(value));
  return known.get(value);
}

function read(value: number | LosslessNumber): ExactNumber | undefined {
  const text = numberText(value);
  const [, sign, whole = "", fraction = "", power = "0"] = (text === undefined ? null : NUMBER.exec(text)) ?? [];
  if (text === undefined || sign === undefined) return undefined;
  const all = whole + fraction;
  let end = all.length;
  while (end > 0 && all[end - 1] === "0") end--;
  const digits = all.slice(0, end).replace(/^0+/, "");
  if (digits === "") return { isNegative: false, digits: "0", exponent: 0 };
  return { isNegative: sign === "-", digits, exponent: Number(power) - fraction.length + (all.length - end) };
}

/** The same text for numbers that are the same: `1.0`, `1` and `10e-1`. */
export function exactText({ isNegative, digits, exponent }: ExactNumber): string {
  return `${isNegative ? "-" : ""}${digits}e${exponent}`;
}

/** Negative when the first is the smaller one. */
export function compareExact(one: ExactNumber, other: ExactNumber): number {
  return compareNumber(exactText(one), exactText(other));
}

export function isWhole({ exponent }: ExactNumber): boolean {
  return exponent >= 0;
}

/** Whether a number can be divided by another, which is not zero, without a rest: 0.3 by 0.1, too. */
export function isMultiple(number: ExactNumber, step: ExactNumber): boolean {
  if (number.digits === "0") return true;
  // What has been multiplied has no finer places than its step.
  if (number.exponent < step.exponent) return false;
  const places = number.exponent - step.exponent;
  const length = Math.max(number.digits.length + places, step.digits.length);
  if (!(length <= DIGITS_MAX)) return Number.isInteger(Number(exactText(number)) / Number(exactText(step)));
  return BigInt(number.digits + "0".repeat(places)) % BigInt(step.digits) === 0n;
}
