import { compareNumber, isLosslessNumber } from "lossless-json";
import { numberText } from "@/lib/domain/json/number-text";
import { writeJson } from "@/lib/domain/json/write-json";

/**
 * Whether two values are the same, as a person means it who sees only their text:
 * - text and text, letter for letter, so `"007"` is not `"7"`;
 * - a number and a number, or a number and text that is one, by their value: `100` is `"100"` and `1.0`, to the last digit;
 * - true and false, and the words for them in any case;
 * - nothing (null, missing) and empty text are the same;
 * - lists and objects, by their JSON.
 */
export function isEqual(left: unknown, right: unknown): boolean {
  if (isNumber(left) || isNumber(right)) return isSameNumber(left, right);
  if (typeof left === "boolean" || typeof right === "boolean")
    return textOf(left).toLowerCase() === textOf(right).toLowerCase();
  return textOf(left) === textOf(right);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" || isLosslessNumber(value);
}

function isSameNumber(left: unknown, right: unknown): boolean {
  const first = numberText(left);
  const second = numberText(right);
  return first !== undefined && second !== undefined && compareNumber(first, second) === 0;
}

/** A value as text: itself, nothing for nothing, JSON for lists and objects. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object" || isLosslessNumber(value)) return String(value);
  return writeJson(value);
}
