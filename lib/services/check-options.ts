import { z } from "zod";
import type { Source } from "@/lib/catalog/sources/define-source";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { DoorbellError } from "@/lib/domain/errors";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

const Options = z.strictObject({
  /** Which of a source's ways to prove itself; the usual one when absent. */
  scheme: z.string().max(100).optional(),
  /** How a custom sender signs. */
  recipe: HmacRecipe.optional(),
  /** The address as the sender knows it, where a signature covers it. */
  publicUrl: z.url().max(2_000).optional(),
  methods: z
    .array(z.enum(["POST", "PUT", "PATCH", "GET", "DELETE"]))
    .min(1)
    .optional(),
});

/** Refuses options that the door could not follow, and says which. */
export function checkOptions(source: Source, options: Record<string, unknown>): void {
  const { error, data } = Options.safeParse(options);
  const problems = (error?.issues ?? []).map((issue) => ({
    path: ["options", ...issue.path].join("."),
    message: issue.message,
  }));
  if (data && !findProof(source, data.scheme)) {
    problems.push({ path: "options.scheme", message: `${source.name} has no scheme called “${data.scheme}”.` });
  }
  if (problems.length > 0) throw new DoorbellError("invalid_input", "These options cannot be used.", { problems });
}
