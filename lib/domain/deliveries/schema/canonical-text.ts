import { exactNumber, exactText } from "@/lib/domain/deliveries/schema/exact-number";

/** The same text for values that are equal in JSON: numbers by what they are, objects in whatever order. */
export function canonicalText(value: unknown): string {
  const number = exactNumber(value);
  if (number) return exactText(number);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalText(child)}`).join()}}`;
}
