import type { Edge, Graph, Node } from "@/lib/domain/workflow/graph";

/** How a node ended: by a port, or without any way out. */
export type Outcome = { port: string | null };

/** The outcome of each node that has ended. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/**
 * What a run does next, from the webhook node that was rung. A node is ready once every way into it is settled
 * and at least one is live; it is skipped once every way in is dead, and so is what only it leads to. Ways in from
 * nodes that this run cannot reach, such as another webhook node, do not count.
 */
export function advance(graph: Graph, startId: string, settled: Outcomes): { ready: Node[]; skipped: Node[] } {
  const reachable = reachableFrom(graph, startId);
  const outcomes = new Map(settled);
  const ready: Node[] = [];
  const skipped: Node[] = [];

  for (const node of inOrder(graph, startId)) {
    if (outcomes.has(node.id)) continue;
    const waysIn = graph.edges.filter((edge) => edge.to === node.id && reachable.has(edge.from));
    if (!waysIn.every((edge) => outcomes.has(edge.from))) continue;

    if (node.id === startId || waysIn.some((edge) => isLive(edge, outcomes))) {
      ready.push(node);
    } else {
      outcomes.set(node.id, { port: null });
      skipped.push(node);
    }
  }
  return { ready, skipped };
}

function isLive(edge: Edge, outcomes: Outcomes): boolean {
  return outcomes.get(edge.from)?.port === edge.port;
}

/** Whether several nodes can be ready at once: a port has more than one line. Ports are taken one at a time. */
export function hasBranches(graph: Graph): boolean {
  return new Set(graph.edges.map(({ from, port }) => `${from} ${port}`)).size < graph.edges.length;
}

/** The ids of a node and of all that can be reached from it. */
export function reachableFrom(graph: Graph, startId: string): Set<string> {
  const reached = new Set([startId]);
  for (const id of reached) {
    for (const edge of graph.edges) if (edge.from === id) reached.add(edge.to);
  }
  return reached;
}

/**
 * The nodes that can be reached, each after all that lead to it. Nodes of a circle are left out, so that a run always
 * ends.
 */
export function inOrder(graph: Graph, startId: string): Node[] {
  const reachable = reachableFrom(graph, startId);
  const nodes = graph.nodes.filter((node) => reachable.has(node.id));
  const edges = graph.edges.filter((edge) => reachable.has(edge.from));
  const waysInLeft = new Map(nodes.map((node) => [node.id, 0]));
  for (const edge of edges) waysInLeft.set(edge.to, (waysInLeft.get(edge.to) ?? 0) + 1);

  const ordered = nodes.filter((node) => waysInLeft.get(node.id) === 0);
  for (const node of ordered) {
    for (const edge of edges) {
      if (edge.from !== node.id) continue;
      const left = (waysInLeft.get(edge.to) ?? 0) - 1;
      waysInLeft.set(edge.to, left);
      const next = nodes.find((candidate) => candidate.id === edge.to);
      if (left === 0 && next) ordered.push(next);
    }
  }
  return ordered;
}
