import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import { PageQuery } from "@/lib/domain/page";

/** `expired`: nobody decided in time, or the run was over before. */
export const ApprovalStatus = z.enum(["open", "approved", "rejected", "expired"]);
export type ApprovalStatus = z.infer<typeof ApprovalStatus>;

/** A question that a run waits with until a person answers. */
export const Approval = z.object({
  id: idSchema("wait"),
  runId: idSchema("run"),
  workflowId: idSchema("workflow"),
  workflowName: z.string(),
  nodeId: z.string(),
  question: z.string(),
  status: ApprovalStatus,
  askedAt: z.string(),
  /** Until when it can be decided. */
  expiresAt: z.string(),
  decidedAt: z.string().nullable(),
  /** The name of whoever decided; null when they came by the link, or nobody did. */
  by: z.string().nullable(),
  note: z.string(),
});
export type Approval = z.infer<typeof Approval>;

/** `ended` are those that were decided or that nobody decided in time. */
export const ApprovalQuery = PageQuery.extend({ status: z.enum(["open", "ended"]).default("open") });
export type ApprovalQuery = z.infer<typeof ApprovalQuery>;

const NOTE_LENGTH_MAX = 2_000;

export const ApprovalDecision = z.strictObject({
  decision: z.enum(["approved", "rejected"], "Approve it or reject it."),
  note: z.string().trim().max(NOTE_LENGTH_MAX, "The note is longer than 2,000 characters.").default(""),
});
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;

/** How a decision is kept for the run that waits for it. */
export const ApprovalOutcome = ApprovalDecision.extend({ by: z.string().nullable() });
export type ApprovalOutcome = z.infer<typeof ApprovalOutcome>;
