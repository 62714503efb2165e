import { freePlace, placeAfter } from "@/lib/domain/workflow/edit/free-place";
import { freshId } from "@/lib/domain/workflow/edit/fresh-id";
import type { Edge, Graph, Node } from "@/lib/domain/workflow/graph";

/** What is put on the canvas: its type, what its kind is called, and the settings it begins with. */
export type NewNode = { type: string; name: string; config?: Node["config"] };

export type Added = { graph: Graph; id: string };

/** Puts a node at a place, or below it where something stands already. Its id is readable: `filter`, `filter-2`. */
export function addNode(graph: Graph, fresh: NewNode, position: Node["position"]): Added {
  const { id, number } = freshId(graph.nodes, fresh.type);
  const node: Node = {
    id,
    type: fresh.type,
    name: number === 1 ? fresh.name : `${fresh.name} ${number}`,
    position: freePlace(graph.nodes, position),
    config: fresh.config ?? {},
  };
  return { graph: { ...graph, nodes: [...graph.nodes, node] }, id };
}

/** Puts a node to the right of another, and leads that one's port to it. */
export function addAfter(graph: Graph, { from, port }: Pick<Edge, "from" | "port">, fresh: NewNode): Added {
  const before = graph.nodes.find((node) => node.id === from);
  if (!before) return addNode(graph, fresh, { x: 0, y: 0 });
  const added = addNode(graph, fresh, placeAfter(graph.nodes, before));
  return { id: added.id, graph: { ...added.graph, edges: [...graph.edges, { from, port, to: added.id }] } };
}
