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
  const outcomes = new Map(settled);
  const ready: Node[] = [];
  const skipped: Node[] = [];

  for (const { node, waysIn } of routeFrom(graph, startId)) {
    if (outcomes.has(node.id)) continue;
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

/**
 * The nodes that can be reached, each after all that lead to it. Nodes of a circle are left out, so that a run always
 * ends.
 */
export function inOrder(graph: Graph, startId: string): Node[] {
  return routeFrom(graph, startId).map(({ node }) => node);
}

/** Whether several nodes can be ready at once: a port has more than one line. Ports are taken one at a time. */
export function hasBranches(graph: Graph): boolean {
  return new Set(graph.edges.map(({ from, port }) => `${from} ${port}`)).size < graph.edges.length;
}

/** The ids of a node and of all that can be reached from it. */
export function reachableFrom(graph: Graph, startId: string): Set<string> {
  const waysOut = groupBy(graph.edges, ({ from }) => from);
  const reached = new Set([startId]);
  for (const id of reached) {
    for (const edge of waysOut.get(id) ?? []) reached.add(edge.to);
  }
  return reached;
}

/** The ids of the nodes that lead back to themselves, and of those between two such circles. */
export function nodesInCircles(graph: Graph): Set<string> {
  const turned = graph.edges.map(({ from, port, to }) => ({ from: to, port, to: from }));
  const beyond = inTurn(graph.nodes, graph.edges);
  const before = inTurn(graph.nodes, turned);
  const free = new Set([...beyond, ...before].map(({ id }) => id));
  return new Set(graph.nodes.filter(({ id }) => !free.has(id)).map(({ id }) => id));
}

type Stop = { node: Node; waysIn: Edge[] };

/** A run asks for its route after each of its steps, and a drawing that runs never changes. */
const routes = new WeakMap<Graph, Map<string, Stop[]>>();

function routeFrom(graph: Graph, startId: string): Stop[] {
  const known = routes.get(graph) ?? new Map<string, Stop[]>();
  routes.set(graph, known);
  const route = known.get(startId) ?? planRoute(graph, startId);
  known.set(startId, route);
  return route;
}

function planRoute(graph: Graph, startId: string): Stop[] {
  const reachable = reachableFrom(graph, startId);
  const edges = graph.edges.filter((edge) => reachable.has(edge.from));
  const nodes = graph.nodes.filter((node) => reachable.has(node.id));
  const waysIn = groupBy(edges, ({ to }) => to);
  return inTurn(nodes, edges).map((node) => ({ node, waysIn: waysIn.get(node.id) ?? [] }));
}

/** The nodes, each after all that lead to it; without those of a circle, and what comes after them. */
function inTurn(nodes: Node[], edges: Edge[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const waysOut = groupBy(edges, ({ from }) => from);
  const waysInLeft = new Map<string, number>();
  for (const { to } of edges) waysInLeft.set(to, (waysInLeft.get(to) ?? 0) + 1);

  const ordered = nodes.filter(({ id }) => !waysInLeft.has(id));
  for (const { id } of ordered) {
    for (const { to } of waysOut.get(id) ?? []) {
      const left = (waysInLeft.get(to) ?? 0) - 1;
      waysInLeft.set(to, left);
      const next = byId.get(to);
      if (left === 0 && next) ordered.push(next);
    }
  }
  return ordered;
}

function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
