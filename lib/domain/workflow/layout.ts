import type { Edge, Graph, Node } from "@/lib/domain/workflow/graph";

type Size = { width: number; height: number };
type Layer = readonly Node[];

const GAP_X = 80;
const GAP_Y = 40;

/**
 * Puts a drawing in order from left to right: each node right of all that lead to it, and level with them where it can
 * be. Two nodes never cover each other. `sizeOf` tells the room that a node takes.
 */
export function layoutGraph(graph: Graph, sizeOf: (node: Node) => Size): Graph {
  const places = new Map<string, Node["position"]>();
  let x = 0;
  for (const layer of layersOf(graph)) {
    const column = inColumn(layer, graph, places);
    for (const [node, y] of stack(column, sizeOf)) places.set(node.id, { x, y });
    x += Math.max(...layer.map((node) => sizeOf(node).width)) + GAP_X;
  }
  const nodes = graph.nodes.map((node) => ({ ...node, position: places.get(node.id) ?? node.position }));
  return { ...graph, nodes };
}

/** The nodes by how many others lead to them at most, one after the other. Nodes of a circle come last. */
function layersOf(graph: Graph): Layer[] {
  const layers: Node[][] = [];
  const settled = new Set<string>();
  let rest = graph.nodes;
  while (rest.length > 0) {
    const isReady = (node: Node) => graph.edges.every(({ from, to }) => to !== node.id || settled.has(from));
    const ready = rest.filter(isReady);
    const layer = ready.length > 0 ? ready : rest;
    for (const node of layer) settled.add(node.id);
    layers.push(layer);
    rest = rest.filter((node) => !settled.has(node.id));
  }
  return layers;
}

type Wish = { node: Node; y: number | undefined };

/** The nodes of a layer, top to bottom: as those that lead to them stand, else as they stood. */
function inColumn(layer: Layer, graph: Graph, places: ReadonlyMap<string, Node["position"]>): Wish[] {
  const wishes = layer.map((node) => ({
    node,
    y: mean(waysInto(node, graph).map((edge) => heightOf(edge, graph, places))),
  }));
  return wishes.toSorted((one, other) => {
    return (one.y ?? one.node.position.y) - (other.y ?? other.node.position.y);
  });
}

function waysInto(node: Node, graph: Graph): Edge[] {
  return graph.edges.filter((edge) => edge.to === node.id);
}

/** Later lines out of a node lie a little lower, so that its branches keep their order. */
function heightOf(edge: Edge, graph: Graph, places: ReadonlyMap<string, Node["position"]>): number {
  const siblings = graph.edges.filter((other) => other.from === edge.from);
  const y = places.get(edge.from)?.y ?? 0;
  return y + siblings.indexOf(edge) - (siblings.length - 1) / 2;
}

function mean(values: number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Gives each its wish, but below the one before it; then moves the column so that it lies evenly around the wishes. */
function stack(column: Wish[], sizeOf: (node: Node) => Size): [Node, number][] {
  let free = Number.NEGATIVE_INFINITY;
  let excess = 0;
  const placed = column.map(({ node, y: wish }): [Node, number] => {
    const y = Math.max(wish ?? (Number.isFinite(free) ? free : 0), free);
    excess += y - (wish ?? y);
    free = y + sizeOf(node).height + GAP_Y;
    return [node, y];
  });
  const shift = excess / Math.max(column.length, 1);
  return placed.map(([node, y]) => [node, Math.round(y - shift)]);
}
