import { z } from "zod";

/** How often a node tries, and how long it waits in between and for an answer. */
export const RetryPolicy = z.strictObject({
  /** Tries in all, the first one included. */
  attempts: z.number().int().min(1).max(20).default(5),
  backoff: z.enum(["fixed", "exponential"]).default("exponential"),
  /** The pause after the first try, in ms. The engine rounds pauses up to whole seconds. */
  delayMs: z.number().int().min(0).max(3_600_000).default(1_000),
  /** How long one try may take, in ms. */
  timeoutMs: z.number().int().min(100).max(120_000).default(10_000),
  /** Which answers are worth another try, in place of the usual: 408, 425, 429 and all from 500 on. */
  retryStatuses: z.array(z.number().int().min(300).max(599)).max(50).optional(),
  /** What may have arrived is never sent again: for receivers that cannot tell a repeat. */
  atMostOnce: z.boolean().optional(),
});
export type RetryPolicy = z.infer<typeof RetryPolicy>;

/** What a node does that says nothing of its own. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = RetryPolicy.parse({});
