import { z } from "zod";
import { VerdictKind } from "@/lib/domain/deliveries/delivery";
import { idSchema } from "@/lib/domain/ids";
import { NodeId } from "@/lib/domain/workflow/graph";

/** Whether effects that were done before are done again, under new keys. */
const Again = z.boolean().default(false);

/** How a run is tried again. */
export const RunRetry = z.strictObject({
  /** From the steps that failed, from the start, or from one step. */
  from: z.union([z.enum(["failed", "start"]), NodeId]).default("failed"),
  /** With the drawing that it had, or with the one that runs now. */
  version: z.enum(["same", "current"]).default("same"),
  again: Again,
});
export type RunRetry = z.infer<typeof RunRetry>;

/** How a delivery is run once more, by all workflows that listen now, or by one of them. */
export const DeliveryReplay = z.strictObject({ workflow: idSchema("workflow").optional(), again: Again });
export type DeliveryReplay = z.infer<typeof DeliveryReplay>;

/** Which deliveries are run once more. */
export const ReplayFilter = z.strictObject({
  endpoint: idSchema("endpoint").optional(),
  /** What was refused or is held has to be let in first. */
  verdict: VerdictKind.exclude(["rejected", "held"]).default("accepted"),
  eventType: z.string().max(200).optional(),
  /** An event's id, a delivery's id, or a part of an event's type. */
  q: z.string().trim().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Only those of which the last run of the workflow ended so. */
  runStatus: z.enum(["failed", "cancelled", "filtered", "done"]).optional(),
  workflow: idSchema("workflow").optional(),
});
export type ReplayFilter = z.infer<typeof ReplayFilter>;

export const REPLAYED_MAX = 10_000;

/** How long it takes until the last of so many runs begins. */
export function replaySeconds(runs: number, ratePerSecond: number): number {
  return Math.ceil(runs / ratePerSecond);
}

/** Many deliveries run once more, so many a second; or, dry, only told what that would do. */
export const BulkReplay = z.strictObject({
  filter: ReplayFilter,
  ratePerSecond: z.number().min(0.1).max(1_000).default(10),
  dryRun: z.boolean().default(false),
  again: Again,
});
export type BulkReplay = z.infer<typeof BulkReplay>;

/** What a replay does, or would: for each step that reaches the outside, how often. */
export const ReplayPlan = z.object({
  deliveries: z.number().int(),
  runs: z.number().int(),
  /** Whether there are more than one replay takes. */
  isCut: z.boolean(),
  seconds: z.number(),
  effects: z.array(
    z.object({
      workflowId: idSchema("workflow"),
      workflowName: z.string(),
      nodeId: z.string(),
      nodeName: z.string(),
      /** Not done before; an upper bound, since filters may stop some. */
      toDo: z.number().int(),
      /** Done before, and so left out. */
      alreadyDone: z.number().int(),
      /** Sent before, and no answer was seen: sent again with the same key. */
      unknown: z.number().int(),
    }),
  ),
});
export type ReplayPlan = z.infer<typeof ReplayPlan>;

/** How far a replay has come. */
export const ReplayProgress = z.object({
  id: idSchema("replay"),
  total: z.number().int(),
  waiting: z.number().int(),
  running: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  filtered: z.number().int(),
  cancelled: z.number().int(),
});
export type ReplayProgress = z.infer<typeof ReplayProgress>;

/** `confirmed`: done, as the receiver said. `unknown`: sent, and no answer was seen. `sent`: on its way. `failed`: refused. */
export const EffectState = z.enum(["confirmed", "unknown", "sent", "failed"]);
export type EffectState = z.infer<typeof EffectState>;

/** One thing that was or should have been done outside, however many attempts and runs it took: a line of the ledger. */
export const LedgerEntry = z.object({
  key: z.string(),
  workflowId: idSchema("workflow"),
  nodeId: z.string(),
  state: EffectState,
  attempts: z.number().int(),
  runs: z.array(idSchema("run")),
  method: z.string(),
  url: z.string(),
  lastAt: z.string(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
