import { reachableFrom } from "@/lib/domain/workflow/advance";
import type { Graph } from "@/lib/domain/workflow/graph";

/** The port behind which stands what is run once for each item. */
export const ITEM_PORT = "item";

/** The ids of the nodes that run for each item of a loop, and so not in the run that goes through them. */
export function nodesInLoops(graph: Graph, startId: string): Set<string> {
  const loops = graph.edges.filter(({ from, port }) => port === ITEM_PORT && from !== startId);
  return new Set(loops.flatMap(({ to }) => [...reachableFrom(graph, to)]));
}
