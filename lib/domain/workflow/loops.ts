import { reachableFrom } from "@/lib/domain/workflow/advance";
import type { Edge, Graph } from "@/lib/domain/workflow/graph";

/** The port behind which stands what is run once for each item. */
export const ITEM_PORT = "item";

/** The ids of the nodes that run for each item of a loop, and so not in the run that goes through them. */
export function nodesInLoops(graph: Graph, startId: string): Set<string> {
  const loops = graph.edges.filter(({ from, port }) => port === ITEM_PORT && from !== startId);
  return new Set(loops.flatMap(({ to }) => [...reachableFrom(graph, to)]));
}

/** Each run for an item asks, and a drawing that runs never changes. */
const bodies = new WeakMap<Graph, Map<string, Graph>>();

/** What runs for one item of a loop: its node, and all that hangs on its port `item`. */
export function graphForItem(graph: Graph, loopId: string): Graph {
  const known = bodies.get(graph) ?? new Map<string, Graph>();
  bodies.set(graph, known);
  const body = known.get(loopId) ?? cutOut(graph, loopId);
  known.set(loopId, body);
  return body;
}

function cutOut(graph: Graph, loopId: string): Graph {
  const inside = nodesForItem(graph, loopId).add(loopId);
  return {
    nodes: graph.nodes.filter(({ id }) => inside.has(id)),
    edges: graph.edges.filter(({ from, port }) => inside.has(from) && (from !== loopId || port === ITEM_PORT)),
  };
}

/** A line from outside into what runs for each item of a loop. */
export type Trespass = { loopId: string; edge: Edge };

/**
 * The lines by which a run could come into a loop without an item. What a loop leads out to is found by it, too: it hangs on
 * the port `item`, and something else leads to it.
 */
export function findTrespasses(graph: Graph): Trespass[] {
  const loopIds = new Set(graph.edges.filter(({ port }) => port === ITEM_PORT).map(({ from }) => from));
  return [...loopIds].flatMap((loopId) => {
    const inside = nodesForItem(graph, loopId);
    const isEntry = ({ from, port }: Edge) => from === loopId && port === ITEM_PORT;
    return graph.edges
      .filter((edge) => inside.has(edge.to) && !inside.has(edge.from) && !isEntry(edge))
      .map((edge) => ({ loopId, edge }));
  });
}

/** The loops that a node is in: their ids. It sees the item of each. */
export function loopsAround(graph: Graph, nodeId: string): Set<string> {
  const loopIds = new Set(graph.edges.filter(({ port }) => port === ITEM_PORT).map(({ from }) => from));
  return new Set([...loopIds].filter((loopId) => nodesForItem(graph, loopId).has(nodeId)));
}

function nodesForItem(graph: Graph, loopId: string): Set<string> {
  const entries = graph.edges.filter(({ from, port }) => from === loopId && port === ITEM_PORT);
  return new Set(entries.flatMap(({ to }) => [...reachableFrom(graph, to)]));
}
