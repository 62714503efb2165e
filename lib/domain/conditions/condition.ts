import { z } from "zod";

export const Condition = z.strictObject({
  /** A template: usually one placeholder, which keeps its type. */
  value: z.string().max(8_000),
  /** An operator's id. One that is not known keeps the drawing from being published, not from being saved. */
  operator: z.string().max(40),
  /** What to compare with, where the operator takes something. Text in it may hold placeholders. */
  expected: z.unknown().optional(),
});
export type Condition = z.infer<typeof Condition>;

export const Conditions = z.strictObject({
  match: z.enum(["all", "any"]).default("all"),
  conditions: z.array(Condition).max(50).default([]),
});
export type Conditions = z.infer<typeof Conditions>;
