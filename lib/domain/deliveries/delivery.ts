import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import { RunStatus } from "@/lib/domain/runs/run";

export const VerdictKind = z.enum(["accepted", "handshake", "duplicate", "held", "rejected"]);
export type VerdictKind = z.infer<typeof VerdictKind>;

/** One thing that the door looked at, in the order it looked. */
export const Check = z.object({
  name: z.string(),
  ok: z.boolean(),
  expected: z.string().optional(),
  actual: z.string().optional(),
});
export type Check = z.infer<typeof Check>;

/** A header as it came: its name as the sender wrote it. */
export const Header = z.object({ name: z.string(), value: z.string() });
export type Header = z.infer<typeof Header>;

/** A delivery as the list shows it. */
export const DeliverySummary = z.object({
  id: idSchema("delivery"),
  endpointId: idSchema("endpoint"),
  endpointName: z.string(),
  receivedAt: z.string(),
  method: z.string(),
  verdict: VerdictKind,
  /** A stable code for why it was refused, such as `not_verified`. */
  reason: z.string().nullable(),
  eventType: z.string().nullable(),
  eventId: z.string().nullable(),
  /** What the sender was answered. */
  status: z.number(),
  durationMs: z.number(),
  bodyBytes: z.number(),
  runs: z.array(
    z.object({
      id: idSchema("run"),
      workflowId: idSchema("workflow"),
      workflowName: z.string(),
      status: RunStatus,
    }),
  ),
});
export type DeliverySummary = z.infer<typeof DeliverySummary>;

/** A delivery opened: all but its bytes, which have an address of their own. */
export const Delivery = DeliverySummary.extend({
  path: z.string(),
  query: z.string(),
  address: z.string(),
  contentType: z.string(),
  headers: z.array(Header),
  secretId: idSchema("secret").nullable(),
  duplicateOf: idSchema("delivery").nullable(),
  checks: z.array(Check),
});
export type Delivery = z.infer<typeof Delivery>;
