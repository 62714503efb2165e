import { z } from "zod";
import { freshId } from "@/lib/domain/workflow/edit/fresh-id";
import { Graph, type Node } from "@/lib/domain/workflow/graph";

/** A part of a drawing on its way elsewhere, maybe to another workflow. */
export const Clipping = z.strictObject({ doorbell: z.literal("steps"), graph: Graph });
export type Clipping = z.infer<typeof Clipping>;

/** Cuts out nodes, with the lines between them. */
export function copyNodes(graph: Graph, ids: ReadonlySet<string>): Clipping {
  const nodes = graph.nodes.filter((node) => ids.has(node.id));
  const edges = graph.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  return { doorbell: "steps", graph: { nodes, edges } };
}

/** Reads what is on the clipboard; undefined when it is something else. */
export function readClipping(text: string): Clipping | undefined {
  if (!text.startsWith('{"doorbell":')) return undefined;
  try {
    return Clipping.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Puts a clipping down with its top left corner at a place. Its nodes get ids of their own, and name each other by them. */
export function pasteNodes(graph: Graph, clipping: Clipping, place: Node["position"]): { graph: Graph; ids: string[] } {
  const nodes = [...graph.nodes];
  const newIds = new Map<string, string>();
  const corner = cornerOf(clipping.graph.nodes);
  for (const node of clipping.graph.nodes) {
    const { id } = freshId(nodes, node.id);
    newIds.set(node.id, id);
    const position = {
      x: Math.round(place.x + node.position.x - corner.x),
      y: Math.round(place.y + node.position.y - corner.y),
    };
    nodes.push({ ...node, id, position });
  }
  const ids = new Set(newIds.values());
  const edges = clipping.graph.edges.map((edge) => ({
    ...edge,
    from: newIds.get(edge.from) ?? edge.from,
    to: newIds.get(edge.to) ?? edge.to,
  }));
  return {
    ids: [...ids],
    graph: {
      nodes: nodes.map((node) => (ids.has(node.id) ? renamed(node, newIds) : node)),
      edges: [...graph.edges, ...edges],
    },
  };
}

/** The top left corner of some nodes. */
export function cornerOf(nodes: readonly Node[]): Node["position"] {
  if (nodes.length === 0) return { x: 0, y: 0 };
  return {
    x: Math.min(...nodes.map((node) => node.position.x)),
    y: Math.min(...nodes.map((node) => node.position.y)),
  };
}

function renamed(node: Node, newIds: ReadonlyMap<string, string>): Node {
  const config = Object.entries(node.config).map(([key, value]) => [key, renameIn(value, newIds)]);
  return { ...node, config: Object.fromEntries(config) };
}

/** Settings name other nodes as `steps.tell` within templates. */
function renameIn(value: unknown, newIds: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    return value.replaceAll(/\bsteps\.([A-Za-z][\w-]*)/g, (whole, id) => {
      const newId = newIds.get(id);
      return newId === undefined ? whole : `steps.${newId}`;
    });
  }
  if (Array.isArray(value)) return value.map((item) => renameIn(item, newIds));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renameIn(item, newIds)]));
}
