import { z } from "zod";
import { pathProblems } from "@/lib/domain/json/build-object";

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
