import { z } from "zod";
import type { Fill } from "@/lib/catalog/nodes/fill";
import { pathProblems } from "@/lib/domain/json/build-object";
import { plainText } from "@/lib/domain/templates/placed";

const FIELDS_MAX = 100;

/** Named values, as the widget `mapping` has them. A dotted name belongs within another: `customer.name`. */
export const Mapping = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1, "Give each field a name.").max(200),
      value: z.string().max(100_000).default(""),
    }),
    "Add a field.",
  )
  .max(FIELDS_MAX);
export type Mapping = z.infer<typeof Mapping>;

/** What is wrong with the names of a mapping, beside its setting. */
export function mappingProblems(field: string, mapping: Mapping): { field: string; message: string }[] {
  return pathProblems(mapping.map(({ name }) => name)).map((message) => ({ field, message }));
}

/** A mapping's values, each of the type that it has in the data. */
export function filledMapping(mapping: Mapping, fill: Fill): Record<string, unknown> {
  return Object.fromEntries(mapping.map(({ name, value }) => [name, fill.value(value)]));
}

/** The same as texts, for services that take nothing else. */
export function filledMappingTexts(mapping: Mapping, fill: Fill): Record<string, string> {
  return Object.fromEntries(mapping.map(({ name, value }) => [name, fill.text(value)]));
}

/** Texts filled in: a list in the data as all that is in it, and without those that come to nothing. */
export function filledTexts(texts: readonly string[], fill: Fill): string[] {
  return texts
    .flatMap((text) => fill.value(text))
    .map((value) => plainText(value).trim())
    .filter((text) => text !== "");
}
