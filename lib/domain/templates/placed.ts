import { toValue } from "liquidjs";
import { isLosslessNumber } from "lossless-json";
import { writeJson } from "@/lib/domain/json/write-json";

const VALUE = Symbol("the value of a placeholder");
const JSON_TEXT = Symbol("text that is JSON already");

/** What a placeholder came to, on its way to the output, so that it is told from the template's own text. */
export type Placed = { [VALUE]: unknown; toString: () => string };

/** What the filter `json` gives: like text to every other filter, but not to be quoted again. */
export type JsonText = { [JSON_TEXT]: string; toString: () => string };

export function placed(value: unknown): Placed {
  return { [VALUE]: value, toString: () => plainText(value) };
}

export function isPlaced(piece: unknown): piece is Placed {
  return typeof piece === "object" && piece !== null && VALUE in piece;
}

export function placedValue(piece: Placed): unknown {
  return toValue(piece[VALUE]);
}

export function jsonText(text: string): JsonText {
  return { [JSON_TEXT]: text, toString: () => text };
}

export function isJsonText(value: unknown): value is JsonText {
  return typeof value === "object" && value !== null && JSON_TEXT in value;
}

/** A value within text: nothing for what is missing, JSON for lists and objects, numbers as they were written. */
export function plainText(value: unknown): string {
  const plain: unknown = toValue(value);
  if (plain === undefined || plain === null) return "";
  if (typeof plain !== "object" || isJsonText(plain) || isLosslessNumber(plain) || isPlaced(plain))
    return String(plain);
  return writeJson(plain);
}
