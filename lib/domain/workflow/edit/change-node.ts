import type { Graph, Node } from "@/lib/domain/workflow/graph";

/** What can be changed about a node. Undefined takes a setting away, so that the usual holds again. */
export type NodeChange = { [Key in "name" | "config" | "retry" | "note"]?: Node[Key] | undefined };

/**
 * Changes one node; its id stays, and so does everything that leads to it or names it. A way out that is an item of its
 * settings, as a case is, goes with that item, and takes its lines along.
 */
export function changeNode(graph: Graph, id: string, change: NodeChange): Graph {
  const before = graph.nodes.find((node) => node.id === id);
  const nodes = graph.nodes.map((node) => (node.id === id ? merge(node, change) : node));
  if (!before || !change.config) return { ...graph, nodes };
  const kept = itemIds(change.config);
  const gone = new Set([...itemIds(before.config)].filter((item) => !kept.has(item)));
  if (gone.size === 0) return { ...graph, nodes };
  return { nodes, edges: graph.edges.filter((edge) => edge.from !== id || !gone.has(edge.port)) };
}

/** The ids of what stands in lists of the settings. */
function itemIds(config: Node["config"]): Set<string> {
  const items: unknown[] = Object.values(config).flatMap((value) => (Array.isArray(value) ? value : []));
  return new Set(items.flatMap((item) => (hasId(item) ? [item.id] : [])));
}

function hasId(item: unknown): item is { id: string } {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "string";
}

/** Keys in the order of the schema, so that a drawing set back reads the same. */
function merge(node: Node, change: NodeChange): Node {
  const { id, type, position } = node;
  const retry = "retry" in change ? change.retry : node.retry;
  const note = "note" in change ? change.note : node.note;
  return {
    id,
    type,
    name: change.name ?? node.name,
    position,
    config: change.config ?? node.config,
    ...(retry ? { retry } : {}),
    ...(note ? { note } : {}),
  };
}

/** Moves nodes, to whole places. The same drawing when all stand there already. */
export function moveNodes(graph: Graph, places: ReadonlyMap<string, Node["position"]>): Graph {
  const nodes = graph.nodes.map((node) => moved(node, places.get(node.id)));
  return nodes.some((node, index) => node !== graph.nodes[index]) ? { ...graph, nodes } : graph;
}

function moved(node: Node, place: Node["position"] | undefined): Node {
  if (!place) return node;
  const position = { x: Math.round(place.x), y: Math.round(place.y) };
  const stays = position.x === node.position.x && position.y === node.position.y;
  return stays ? node : { ...node, position };
}
