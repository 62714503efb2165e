import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import { Graph } from "@/lib/domain/workflow/graph";
import { ManualField } from "@/lib/domain/workflow/manual-form";
import { Problem } from "@/lib/domain/workflow/problem";

export const WorkflowStatus = z.enum(["active", "paused"]);
export type WorkflowStatus = z.infer<typeof WorkflowStatus>;

/** A workflow as the list shows it. */
export const WorkflowSummary = z.object({
  id: idSchema("workflow"),
  name: z.string(),
  status: WorkflowStatus,
  /** The version that runs; null before the first publish. */
  publishedVersion: z.number().int().nullable(),
  /** Whether the draft differs from what runs. */
  hasUnpublishedChanges: z.boolean(),
  /** What the version that runs asks whoever starts it by hand for; null when it cannot be started so. */
  manualForm: z.array(ManualField).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type WorkflowSummary = z.infer<typeof WorkflowSummary>;

/** A workflow as one to choose. Without a version it cannot run yet. */
export type NamedWorkflow = Pick<WorkflowSummary, "id" | "name" | "publishedVersion">;

/** A workflow opened: the draft, the number a save must name, and what keeps it from being published. */
export const Workflow = WorkflowSummary.extend({
  graph: Graph,
  revision: z.number().int(),
  problems: z.array(Problem),
});
export type Workflow = z.infer<typeof Workflow>;

const WorkflowName = z.string().trim().min(1, "Give it a name.").max(100);

export const NewWorkflow = z.strictObject({
  name: WorkflowName,
  graph: Graph.default({ nodes: [], edges: [] }),
});
export type NewWorkflow = z.infer<typeof NewWorkflow>;

export const WorkflowChange = z.strictObject({ name: WorkflowName });
export type WorkflowChange = z.infer<typeof WorkflowChange>;

/** A save of the draft. It fails when `revision` is not the newest, so that nobody overwrites what they have not seen. */
export const DraftSave = z.strictObject({ graph: Graph, revision: z.number().int().min(1) });
export type DraftSave = z.infer<typeof DraftSave>;

export const Publication = z.strictObject({ note: z.string().trim().max(500).default("") });
export type Publication = z.infer<typeof Publication>;

/** What was filled into the form of a manual trigger. */
export const ManualStart = z.strictObject({ input: z.record(z.string(), z.unknown()).default({}) });
export type ManualStart = z.infer<typeof ManualStart>;

/** A published drawing, which never changes. */
export const Version = z.object({
  number: z.number().int(),
  note: z.string(),
  createdAt: z.string(),
  graph: Graph,
});
export type Version = z.infer<typeof Version>;
