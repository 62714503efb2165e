import { z } from "zod";

const Key = z.string().trim().max(500).optional();

/** How a workflow's runs are held in check. Everything is optional; without any, nothing is. */
export const WorkflowSettings = z.strictObject({
  /**
   * So many runs at once, from their beginning to their end; the others wait their turn in the order they came. With a
   * key, a template over the trigger, for each of its values: a limit of 1 keeps what has the same key in order.
   */
  concurrency: z.strictObject({ limit: z.int().min(1).max(1_000), key: Key }).optional(),
  /** So many runs begin within a period; the others begin later. */
  throttle: z
    .strictObject({ limit: z.int().min(1).max(100_000), periodSeconds: z.int().min(1).max(86_400), key: Key })
    .optional(),
  /** A run that takes longer fails. */
  timeLimitSeconds: z
    .int()
    .min(1)
    .max(366 * 86_400)
    .optional(),
});
export type WorkflowSettings = z.infer<typeof WorkflowSettings>;
