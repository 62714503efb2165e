import { numberText } from "@/lib/domain/json/number-text";

const ISO_8601 = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
/** From here on a number counts milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_FROM = 100_000_000_000;

/**
 * A point in time, in ms since 1970: ISO 8601 (UTC where no zone is given), an e-mail's date, or seconds or milliseconds
 * since 1970. Undefined for anything else.
 */
export function readDate(value: unknown): number | undefined {
  const number = numberText(value);
  if (number !== undefined) {
    const count = Number(number);
    return count < MILLISECONDS_FROM ? count * 1_000 : count;
  }
  const timeMs = typeof value === "string" ? parseText(value.trim()) : Number.NaN;
  return Number.isNaN(timeMs) ? undefined : timeMs;
}

function parseText(text: string): number {
  const iso = ISO_8601.exec(text);
  if (iso) return Date.parse(text.length > 10 && !iso[1] ? `${text.replace(" ", "T")}Z` : text.replace(" ", "T"));
  return /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{5,8} (GMT|UTC|[+-]\d{4})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}
