import type { z } from "zod";
import type { ApiProblem } from "@/components/api/call-api";

/** What is wrong with one option or with a part of it, such as `answer.body`. */
export function findProblem(problems: readonly ApiProblem[], option: string): string | undefined {
  const path = `options.${option}`;
  return problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;
}

/** What the API will say of an option, before it is asked. */
export function checkOption(option: string, schema: z.ZodType, value: unknown): ApiProblem[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: ["options", option, ...path].join("."),
    message,
  }));
}
