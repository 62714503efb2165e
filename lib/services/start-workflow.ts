import { type ManualInput, manual, readManualConfig } from "@/lib/catalog/nodes/triggers/manual";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, newId } from "@/lib/domain/ids";
import type { Run } from "@/lib/domain/runs/run";
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
  const trigger = published?.graph.nodes.find(({ type }) => type === manual.type);
  if (!published || !trigger) {
    throw new DoorbellError("conflict", "This workflow is not published with a manual trigger, or is paused.");
  }
  const body = readForm(readManualConfig(trigger.config)?.inputs ?? [], input);
  const runId = newId("run");
  await insertRun(workspaceId, {
    id: runId,
    workflowId: id,
    version: published.version,
    nodeId: trigger.id,
    cause: "manual",
    input: { body },
  });
  announceQueued();
  return readRun(actor, runId);
}

/** What the form does not name is left out. */
function readForm(fields: ManualInput[], input: Record<string, unknown>): Record<string, unknown> {
  const problems = fields.flatMap((field) => complaintsAbout(field, input[field.key]));
  if (problems.length > 0) throw new DoorbellError("invalid_input", "Something in the form is missing.", { problems });
  return Object.fromEntries(fields.map(({ key }) => [key, input[key] ?? null]));
}

const TYPES = { text: "string", number: "number", switch: "boolean" } as const;

function complaintsAbout({ key, label, type, isRequired }: ManualInput, value: unknown) {
  const path = `input.${key}`;
  if (value === undefined || value === null || value === "") {
    return isRequired ? [{ path, message: `Fill in “${label}”.` }] : [];
  }
  return typeof value === TYPES[type]
    ? []
    : [{ path, message: `“${label}” has to be a ${type === "switch" ? "yes or no" : type}.` }];
}
