import type { ManualField } from "@/lib/domain/workflow/manual-form";

/** What has been written into a form so far, by the keys of its fields. */
export type Written = Record<string, string | boolean>;

/** What a form sends: a number where one was asked for and written, and nothing for what was left empty. */
export function inputOf(fields: readonly ManualField[], written: Written): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { key, type } of fields) {
    const value = written[key];
    if (type === "switch") input[key] = value === true;
    else if (typeof value === "string" && value.trim() !== "") input[key] = type === "number" ? numberIn(value) : value;
  }
  return input;
}

function numberIn(text: string): number | string {
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
