import type { HmacRecipe } from "@/lib/domain/signatures/recipe";

const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** The time that a timestamp's text tells, in ms since 1970; undefined when the text is not in that unit. */
export function readTimestamp(text: string, unit: HmacRecipe["timestampUnit"]): number | undefined {
  if (unit === "iso") {
    const timeMs = ISO_8601.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(timeMs) ? undefined : timeMs;
  }
  if (!/^\d{1,15}$/.test(text)) return undefined;
  return unit === "s" ? Number(text) * 1_000 : Number(text);
}

/** A time as the sender would write it. */
export function writeTimestamp(timeMs: number, unit: HmacRecipe["timestampUnit"]): string {
  if (unit === "iso") return new Date(timeMs).toISOString();
  return String(Math.floor(unit === "s" ? timeMs / 1_000 : timeMs));
}
