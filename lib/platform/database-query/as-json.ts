import { parseJson } from "@/lib/domain/json/parse-json";

/** The value of a column's text that is JSON, as numbers are, to the last digit. Other text, such as NaN, stays. */
export function asJson(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
