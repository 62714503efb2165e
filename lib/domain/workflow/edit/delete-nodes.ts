import { isSameEdge } from "@/lib/domain/workflow/edit/connect";
import type { Edge, Graph } from "@/lib/domain/workflow/graph";

/**
 * Takes nodes away, and every line to and from them. With `reconnect`, what led to a node now leads to what followed it,
 * where that is plain: the node had exactly one line out.
 */
export function deleteNodes(graph: Graph, ids: readonly string[], { reconnect }: { reconnect: boolean }): Graph {
  return ids.reduce((rest, id) => deleteNode(rest, id, reconnect), graph);
}

function deleteNode(graph: Graph, id: string, reconnect: boolean): Graph {
  const nodes = graph.nodes.filter((node) => node.id !== id);
  if (nodes.length === graph.nodes.length) return graph;
  const edges = graph.edges.filter((edge) => edge.from !== id && edge.to !== id);
  return { ...graph, nodes, edges: reconnect ? [...edges, ...bridges(graph, id, edges)] : edges };
}

function bridges(graph: Graph, id: string, kept: Edge[]): Edge[] {
  const [out, ...others] = graph.edges.filter((edge) => edge.from === id);
  if (!out || others.length > 0) return [];
  return graph.edges
    .filter((edge) => edge.to === id)
    .map((edge) => ({ ...edge, to: out.to }))
    .filter((bridge) => bridge.from !== bridge.to && !kept.some((edge) => isSameEdge(edge, bridge)));
}
