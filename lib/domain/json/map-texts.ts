import { isLosslessNumber } from "lossless-json";

/** The same value with every text in it changed, names of properties included. Numbers and the shape stay as they are. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value;
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null || isLosslessNumber(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [change(name), mapTexts(child, change)]));
}
