import { findNode } from "@/lib/catalog/nodes/index";
import type { Id } from "@/lib/domain/ids";
import type { EffectState, ReplayPlan } from "@/lib/domain/runs/recovery";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { type Node, nodeLabel } from "@/lib/domain/workflow/graph";
import { effectKey } from "@/lib/services/steps/effect-key";
import { findEffectStates } from "@/lib/stores/effects";
import type { NewReplay } from "@/lib/stores/replays";
import { readVersionGraph } from "@/lib/stores/version-graphs";
import { findWorkflowNames } from "@/lib/stores/workflows";

type Line = ReplayPlan["effects"][number];

/** What runs would do outside, by step: how often anew, how often it was done before, and how often nobody knows. */
export async function forecastEffects(workspaceId: Id<"workspace">, replays: NewReplay[]): Promise<Line[]> {
  const effects = (await Promise.all(replays.map(effectsOf))).flat();
  const keys = effects.map(({ key }) => key).filter((key) => key !== null);
  const states = await findEffectStates(workspaceId, keys);
  const names = await findWorkflowNames(workspaceId, [...new Set(effects.map(({ workflowId }) => workflowId))]);
  const lines = new Map<string, Line>();
  for (const { key, node, workflowId } of effects) {
    const id = `${workflowId} ${node.id}`;
    const workflowName = names.get(workflowId) ?? "";
    const line = lines.get(id) ?? { ...NONE, workflowId, workflowName, nodeId: node.id, nodeName: nodeLabel(node) };
    lines.set(id, line);
    line[countOf(key === null ? undefined : states.get(key))] += 1;
  }
  return [...lines.values()];
}

const NONE = { toDo: 0, alreadyDone: 0, unknown: 0 };

function countOf(state: EffectState | undefined): keyof typeof NONE {
  if (state === "confirmed") return "alreadyDone";
  return state === "unknown" || state === "sent" ? "unknown" : "toDo";
}

/** `key` is null for an effect with a key of its own, which nothing was done under. */
type Effect = { workflowId: Id<"workflow">; node: Node; key: string | null };

async function effectsOf({ run, rootId }: NewReplay): Promise<Effect[]> {
  const graph = await readVersionGraph(run.workflowId, run.version);
  const reached = reachableFrom(graph, run.nodeId);
  return graph.nodes
    .filter((node) => reached.has(node.id) && findNode(node.type)?.hasRetry)
    .map((node) => ({ workflowId: run.workflowId, node, key: rootId && effectKey({ rootId }, node.id) }));
}
