import { approvalsAhead } from "@/components/editor/data/approvals-ahead";
import type { SampleEvent } from "@/components/editor/data/sample-event";
import type { DataGroup } from "@/components/fields/picker/data-rows";
import { writePath } from "@/components/fields/picker/placeholder";
import { triggerGroups } from "@/components/fields/picker/trigger-groups";
import { findNode } from "@/lib/catalog/nodes/index";
import type { Run } from "@/lib/domain/runs/run";
import type { Scope } from "@/lib/domain/templates/scope";
import { type Graph, type Node, nodeLabel } from "@/lib/domain/workflow/graph";
import { loopsAround } from "@/lib/domain/workflow/loops";

/** What a node's templates can name, as a scope to fill them in and as groups to pick from. */
export type NodeData = { scope: Scope; groups: DataGroup[] };

/**
 * What one node can see: the event, what the nodes before it gave in the last run, else an example of that, the item of each
 * loop that it is in, and the links of the approvals that follow.
 */
export function nodeData(
  graph: Graph,
  nodeId: string,
  { sample, run }: { sample: SampleEvent | null; run: Run | null },
): NodeData {
  const trigger = sample?.trigger ?? {};
  const scope: Scope = { trigger, steps: {} };
  const loops = loopsAround(graph, nodeId);
  const before = nodesBefore(graph, nodeId).flatMap((node) => {
    const group = loops.has(node.id) ? itemGroup(node, scope) : outputGroup(node, run);
    if (!group) return [];
    scope.steps[node.id] = group.value;
    return [group];
  });
  const ahead = approvalsAhead(graph, nodeId);
  for (const { path, value } of ahead) scope.steps[String(path[1])] = value;
  const { rung, about } = triggerGroups(trigger);
  return { scope, groups: [...(sample ? [rung] : []), ...before, ...ahead, ...(sample ? [about] : [])] };
}

/** What can be seen before any node has run: the event. */
export function triggerData(sample: SampleEvent | null): NodeData {
  const trigger = sample?.trigger ?? {};
  const { rung, about } = triggerGroups(trigger);
  return { scope: { trigger, steps: {} }, groups: sample ? [rung, about] : [] };
}

/** Those that are farther away first: what a loop goes through may come from them. */
function nodesBefore(graph: Graph, nodeId: string): Node[] {
  const before = new Set([nodeId]);
  for (const id of before) {
    for (const edge of graph.edges) if (edge.to === id) before.add(edge.from);
  }
  before.delete(nodeId);
  return [...before].toReversed().flatMap((id) => graph.nodes.find((node) => node.id === id) ?? []);
}

/** A webhook's output is the trigger, which has a group of its own. */
function outputGroup(node: Node, run: Run | null): DataGroup | undefined {
  const definition = findNode(node.type);
  if (!definition || definition.kind === "trigger") return undefined;
  const value = run?.steps.find((step) => step.nodeId === node.id)?.output ?? definition.outputExample;
  return value === undefined ? undefined : { title: nodeLabel(node), path: ["steps", node.id], value, isOpen: true };
}

/** Within a loop, its step stands for the item: by example, the first of its list. */
function itemGroup(node: Node, scope: Scope): DataGroup {
  const planned = findNode(node.type)?.plan(node.config, scope);
  const items = planned?.ok && planned.effect.kind === "for-each" ? planned.effect.items : [];
  const path = ["steps", node.id];
  return {
    title: `${nodeLabel(node)}: the item`,
    path,
    value: { item: items[0] ?? "each item of the list", index: 0 },
    names: { [writePath([...path, "item"])]: "Item", [writePath([...path, "index"])]: "Its place, from 0" },
    isOpen: true,
  };
}
