import { isLosslessNumber, isNumber } from "lossless-json";

/**
 * The decimal text of a number, or of text that is nothing but a number (`" 100 "`); otherwise undefined. Two such texts
 * compare exactly, whatever their length, with lossless-json's compareNumber.
 */
export function numberText(value: unknown): string | undefined {
  if (isLosslessNumber(value)) return value.value;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== "string" || value.length > 400) return undefined;
  const text = value
    .trim()
    .replace(/^\+/, "")
    .replace(/^(-?)0+(?=\d)/, "$1")
    .replace(/^(-?)\./, "$10.");
  return isNumber(text) ? text : undefined;
}
