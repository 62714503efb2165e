import type { NodeDefinition, Port } from "@/lib/catalog/nodes/define-node";
import { findNode, portsOf } from "@/lib/catalog/nodes/index";
import type { Graph, Node } from "@/lib/domain/workflow/graph";

/** A line of the outline: a step, or a way out of one. */
export type OutlineRow = { key: string; level: number; position: number; siblings: number } & (
  | {
      kind: "node";
      node: Node;
      definition: NodeDefinition | undefined;
      /** It stands further up already, with all that follows it. */
      isRepeat: boolean;
    }
  | { kind: "port"; node: Node; port: Port; isFree: boolean }
);

/** The drawing as a tree: what starts it, then each way out and what it leads to. */
export function outlineRows(graph: Graph): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  const ledTo = new Set(graph.edges.map((edge) => edge.to));
  const roots = graph.nodes.filter((node) => !ledTo.has(node.id));
  addNodes(roots, { path: "", level: 1 });
  return rows;

  function addNodes(nodes: Node[], { path, level }: { path: string; level: number }): void {
    for (const [index, node] of nodes.entries()) {
      const key = `${path}/${node.id}`;
      const isRepeat = seen.has(node.id);
      const definition = findNode(node.type);
      rows.push({ key, level, position: index + 1, siblings: nodes.length, kind: "node", node, definition, isRepeat });
      seen.add(node.id);
      if (!isRepeat) addPorts(node, portsOf(node), { path: key, level: level + 1 });
    }
  }

  function addPorts(node: Node, ports: Port[], { path, level }: { path: string; level: number }): void {
    for (const [index, port] of ports.entries()) {
      const key = `${path}:${port.id}`;
      const next = graph.edges.filter((edge) => edge.from === node.id && edge.port === port.id);
      const targets = graph.nodes.filter(({ id }) => next.some((edge) => edge.to === id));
      const place = { key, level, position: index + 1, siblings: ports.length };
      rows.push({ ...place, kind: "port", node, port, isFree: targets.length === 0 });
      addNodes(targets, { path: key, level: level + 1 });
    }
  }
}
