import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, newId } from "@/lib/domain/ids";
import type { Run } from "@/lib/domain/runs/run";
import { laneOf } from "@/lib/domain/workflow/lane";
import { type ManualField, manualComplaint, manualFormOf } from "@/lib/domain/workflow/manual-form";
import type { ManualStart } from "@/lib/domain/workflow/workflow";
import { announceQueued } from "@/lib/services/announce";
import { found } from "@/lib/services/found";
import { readRun } from "@/lib/services/read-run";
import { insertRun } from "@/lib/stores/workflow-triggers";
import { findPublished, findWorkflow } from "@/lib/stores/workflows";

/** Starts a workflow by hand, with what was filled into the form of its manual trigger. */
export async function startWorkflow(actor: Actor, id: Id<"workflow">, { input }: ManualStart): Promise<Run> {
  authorize(actor, "run:write");
  const { workspaceId } = actor;
  found(await findWorkflow({ workspaceId, id }), "workflow");
  const published = await findPublished(workspaceId, id);
  const form = published && manualFormOf(published.graph);
  if (!published || !form) {
    throw new DoorbellError("conflict", "This workflow is not published with a manual trigger, or is paused.");
  }
  const body = readForm(form.fields, input);
  const runId = newId("run");
  await insertRun(workspaceId, {
    id: runId,
    workflowId: id,
    version: published.version,
    nodeId: form.nodeId,
    cause: "manual",
    input: { body },
    lane: laneOf(id, published.graph.settings?.concurrency, () => ({ body })),
  });
  announceQueued();
  return readRun(actor, runId);
}

/** What the form does not name is left out. */
function readForm(fields: ManualField[], input: Record<string, unknown>): Record<string, unknown> {
  const problems = fields.flatMap((field) => {
    const message = manualComplaint(field, input[field.key]);
    return message === undefined ? [] : [{ path: `input.${field.key}`, message }];
  });
  if (problems.length > 0) throw new DoorbellError("invalid_input", "Something in the form is missing.", { problems });
  return Object.fromEntries(fields.map(({ key }) => [key, input[key] ?? null]));
}
