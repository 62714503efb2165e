import { findNode } from "@/lib/catalog/nodes/index";
import { type Id, idOfBytes, stampUuidV7, timeOfId } from "@/lib/domain/ids";
import type { Effect } from "@/lib/domain/runs/effect";
import type { Graph, Node } from "@/lib/domain/workflow/graph";
import { sha256 } from "@/lib/platform/digest";
import type { WaitOutcome } from "@/lib/services/steps/wait-outcome";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { countAncestors, insertChildren, listChildren, type NewChild } from "@/lib/stores/child-runs";
import { findPublished } from "@/lib/stores/workflows";

type ChildEffect = Extract<Effect, { kind: "run-workflow" | "for-each" }>;

/** Workflows that run each other come to an end here. */
const DEPTH_MAX = 10;

/** Whether runs have begun, and how many; or why none can, in a sentence. */
export type ChildrenBegun = { ok: true; count: number } | { ok: false; message: string };

/** Begins the runs that a step waits for: one for each item, or one of another workflow. */
export async function beginChildren(run: RunInProgress, node: Node, effect: ChildEffect): Promise<ChildrenBegun> {
  if ((await countAncestors(run.id)) >= DEPTH_MAX) return { ok: false, message: TOO_DEEP };
  const children =
    effect.kind === "for-each" ? childrenForItems(run, node, effect.items) : await childOf(run, node, effect);
  if (!children) return { ok: false, message: NOT_THERE };
  await insertChildren(run, node.id, children);
  return { ok: true, count: children.length };
}

const TOO_DEEP = `Loops and workflows are within each other more than ${DEPTH_MAX} times.`;
const NOT_THERE = "The workflow cannot be run: it is not published, it is paused, or it is not there any more.";

function childrenForItems(run: RunInProgress, node: Node, items: unknown[]): NewChild[] {
  return items.map((item, index) => ({
    id: childId(run.id, node.id, index),
    rootId: childId(run.rootId, node.id, index),
    workflowId: run.workflowId,
    version: run.version,
    nodeId: node.id,
    cause: "item",
    loopItem: index,
    input: { item, index },
  }));
}

async function childOf(
  run: RunInProgress,
  node: Node,
  { workflowId, input }: Extract<ChildEffect, { kind: "run-workflow" }>,
): Promise<NewChild[] | undefined> {
  const published = await findPublished(run.workspaceId, workflowId);
  const start = published && startOf(published.graph);
  if (!published || !start) return undefined;
  const { id, version } = published;
  return [
    {
      id: childId(run.id, node.id, 0),
      rootId: childId(run.rootId, node.id, 0),
      workflowId: id,
      version,
      nodeId: start.id,
      cause: "workflow",
      loopItem: null,
      input: { body: input, calledBy: run.id },
    },
  ];
}

/** Where a workflow begins that another one runs: at what a person would start, else at its first trigger. */
function startOf({ nodes }: Graph): Node | undefined {
  const triggers = nodes.filter(({ type }) => findNode(type)?.kind === "trigger");
  return triggers.find(({ type }) => type === "manual") ?? triggers[0];
}

/** The same for the same item of the same node, so that beginning twice makes one run. */
function childId(runId: Id<"run">, nodeId: string, index: number): Id<"run"> {
  const bytes = Uint8Array.from(sha256(`${runId}:${nodeId}:${index}`).subarray(0, 16));
  return idOfBytes("run", stampUuidV7(bytes, timeOfId(runId)));
}

/** What the runs gave that a step began, or that one of them failed. */
export async function outcomeOfChildren(
  run: RunInProgress,
  node: Node,
  { kind }: Pick<ChildEffect, "kind">,
): Promise<WaitOutcome> {
  const children = await listChildren(run.workspaceId, run.id, node.id);
  const bad = children.filter(({ status }) => status === "failed" || status === "cancelled");
  if (kind === "for-each") {
    const isCut = children.some((child) => child.isCut);
    const items = children.map((child) => child.output);
    const output = { count: children.length, failed: bad.length, items, ...(isCut ? { isCut } : {}) };
    if (bad.length === 0) return { ok: true, port: "done", output };
    const [first] = bad;
    const message = `${bad.length} of ${children.length} items failed. The first: ${first?.error ?? "no reason is known."}`;
    return { ok: false, message, output };
  }
  const [child] = children;
  if (!child) return { ok: false, message: "The workflow was not run.", output: null };
  const { id: runId, status, output, error } = child;
  if (bad.length === 0) return { ok: true, port: "out", output: { runId, status, output } };
  return { ok: false, message: error ?? "The workflow that was run failed.", output: { runId, status, output } };
}
