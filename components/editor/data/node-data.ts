import type { SampleEvent } from "@/components/editor/data/sample-event";
import type { DataGroup } from "@/components/fields/picker/data-rows";
import { triggerGroups } from "@/components/fields/picker/trigger-groups";
import { findNode } from "@/lib/catalog/nodes/index";
import type { Run } from "@/lib/domain/runs/run";
import type { Scope } from "@/lib/domain/templates/scope";
import { type Graph, type Node, nodeLabel } from "@/lib/domain/workflow/graph";

/** What a node's templates can name, as a scope to fill them in and as groups to pick from. */
export type NodeData = { scope: Scope; groups: DataGroup[] };

/** What one node can see: the event, and what the nodes before it gave in the last run, else an example of that. */
export function nodeData(
  graph: Graph,
  nodeId: string,
  { sample, run }: { sample: SampleEvent | null; run: Run | null },
): NodeData {
  const trigger = sample?.trigger ?? {};
  const before = nodesBefore(graph, nodeId).flatMap((node) => {
    const value = outputOf(node, run);
    return value === undefined ? [] : [{ node, value }];
  });
  const { rung, about } = triggerGroups(trigger);
  return {
    scope: { trigger, steps: Object.fromEntries(before.map(({ node, value }) => [node.id, value])) },
    groups: [
      ...(sample ? [rung] : []),
      ...before.map(({ node, value }) => ({
        title: nodeLabel(node),
        path: ["steps", node.id],
        value,
        isOpen: true,
      })),
      ...(sample ? [about] : []),
    ],
  };
}

/** What can be seen before any node has run: the event. */
export function triggerData(sample: SampleEvent | null): NodeData {
  const trigger = sample?.trigger ?? {};
  const { rung, about } = triggerGroups(trigger);
  return { scope: { trigger, steps: {} }, groups: sample ? [rung, about] : [] };
}

function nodesBefore(graph: Graph, nodeId: string): Node[] {
  const before = new Set([nodeId]);
  for (const id of before) {
    for (const edge of graph.edges) if (edge.to === id) before.add(edge.from);
  }
  return graph.nodes.filter((node) => node.id !== nodeId && before.has(node.id));
}

/** A webhook's output is the trigger, which has a group of its own. */
function outputOf(node: Node, run: Run | null): unknown {
  const definition = findNode(node.type);
  if (!definition || definition.kind === "trigger") return undefined;
  return run?.steps.find((step) => step.nodeId === node.id)?.output ?? definition.outputExample;
}
