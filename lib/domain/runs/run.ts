import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";

export const RunStatus = z.enum(["queued", "running", "waiting", "done", "failed", "cancelled", "filtered"]);
export type RunStatus = z.infer<typeof RunStatus>;

/** Whether a run in this status will change no more. */
export function isEnded(status: RunStatus): boolean {
  return status !== "queued" && status !== "running" && status !== "waiting";
}

/** What a run began with. `item`: one of several that a step goes through; `workflow`: another workflow's step. */
export const RunCause = z.enum(["delivery", "schedule", "manual", "failure", "workflow", "item", "retry", "replay"]);
export type RunCause = z.infer<typeof RunCause>;

/** `cancelled`: it was at work, or waited, when its run was stopped. */
export const StepStatus = z.enum(["running", "waiting", "done", "failed", "skipped", "cancelled"]);
export type StepStatus = z.infer<typeof StepStatus>;

/** `unknown`: sent, and no answer was seen. `blocked`: never sent, since the address is not allowed. */
export const AttemptStatus = z.enum(["started", "succeeded", "failed", "blocked", "unknown"]);
export type AttemptStatus = z.infer<typeof AttemptStatus>;

const LoggedHeader = z.object({ name: z.string(), value: z.string() });

/** A request as the log keeps it: planned without secrets, so that none can be in it. */
export const LoggedRequest = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(LoggedHeader),
  body: z.string(),
});
export type LoggedRequest = z.infer<typeof LoggedRequest>;

/** An answer as the log keeps it: the first 16 KB of text. */
export const LoggedResponse = z.object({
  status: z.number(),
  headers: z.array(LoggedHeader),
  body: z.string(),
  isBodyCut: z.boolean(),
});
export type LoggedResponse = z.infer<typeof LoggedResponse>;

export const Attempt = z.object({
  n: z.number().int(),
  status: AttemptStatus,
  idempotencyKey: z.string(),
  startedAt: z.string(),
  durationMs: z.number().nullable(),
  request: LoggedRequest,
  response: LoggedResponse.optional(),
  error: z.string().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/** What a step waits for that it does not do itself. `until` is when it goes on without. */
export const WaitsFor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("time"), until: z.string() }),
  z.object({
    kind: z.literal("delivery"),
    endpointId: idSchema("endpoint"),
    /** Empty once the endpoint is gone. */
    endpointName: z.string(),
    eventTypes: z.array(z.string()),
    /** Where in its body a value has to stand, and which; both empty when any delivery will do. */
    path: z.string(),
    equals: z.string(),
    until: z.string(),
  }),
  z.object({
    kind: z.literal("approval"),
    /** The approval that is to be decided. */
    id: idSchema("wait"),
    question: z.string(),
    until: z.string(),
  }),
  /** Runs that it began. */
  z.object({ kind: z.literal("runs"), total: z.number().int(), ended: z.number().int() }),
]);
export type WaitsFor = z.infer<typeof WaitsFor>;

export const Step = z.object({
  nodeId: z.string(),
  status: StepStatus,
  port: z.string().optional(),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  error: z.string().optional(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** There while it waits, unless it is for another attempt. */
  waitsFor: WaitsFor.optional(),
  attempts: z.array(Attempt),
});
export type Step = z.infer<typeof Step>;

/** A run as lists show it. */
export const RunSummary = z.object({
  id: idSchema("run"),
  workflowId: idSchema("workflow"),
  workflowName: z.string(),
  version: z.number().int(),
  /** Null where no delivery began it. */
  deliveryId: idSchema("delivery").nullable(),
  cause: RunCause,
  /** The run that this one tries again, or null. */
  retryOf: idSchema("run").nullable(),
  /** The run that waits for this one, or null. */
  parentId: idSchema("run").nullable(),
  /** Which item of a list it is for, counting from 0, or null. */
  loopItem: z.number().int().nullable(),
  /** The node that it began with. */
  nodeId: z.string(),
  status: RunStatus,
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  error: z.string().optional(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** A run opened, with every step in the order they began. */
export const Run = RunSummary.extend({
  /** Which event of a delivery that carries several, counting from 0; null when it is for the whole delivery. */
  item: z.number().int().nullable(),
  /** The replay of many deliveries that it belongs to, or null. */
  replayId: idSchema("replay").nullable(),
  /** What rang, where no delivery did. */
  input: z.unknown().optional(),
  steps: z.array(Step),
});
export type Run = z.infer<typeof Run>;
