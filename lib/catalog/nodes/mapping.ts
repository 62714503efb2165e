import { z } from "zod";
import type { Fill } from "@/lib/catalog/nodes/fill";
import { plainText } from "@/lib/domain/templates/placed";

/** Values by names that the other service gives them. */
export const Mapping = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1, "Each value needs a name.").max(200),
      value: z.string().max(8_000).default(""),
    }),
  )
  .max(50)
  .default([]);
export type Mapping = z.infer<typeof Mapping>;

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
