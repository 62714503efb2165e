import type { Graph, Node } from "@/lib/domain/workflow/graph";

export type Direction = "left" | "right" | "up" | "down";

/** The node that an arrow key leads to: left and right along the lines, up and down among those of the same column. */
export function neighbour(graph: Graph, id: string, direction: Direction): string | undefined {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (!node) return undefined;
  if (direction === "right")
    return first(
      graph,
      graph.edges.filter(({ from }) => from === id).map(({ to }) => to),
    );
  if (direction === "left")
    return first(
      graph,
      graph.edges.filter(({ to }) => to === id).map(({ from }) => from),
    );
  const sign = direction === "down" ? 1 : -1;
  const beyond = graph.nodes.filter((other) => sign * (other.position.y - node.position.y) > 0);
  return beyond.toSorted((one, other) => distance(node, one) - distance(node, other))[0]?.id;
}

/** The highest of some nodes. */
function first(graph: Graph, ids: string[]): string | undefined {
  const nodes = graph.nodes.filter((node) => ids.includes(node.id));
  return nodes.toSorted((one, other) => one.position.y - other.position.y)[0]?.id;
}

/** What lies straight above or below counts as nearer. */
function distance(from: Node, to: Node): number {
  return Math.abs(from.position.y - to.position.y) + 2 * Math.abs(from.position.x - to.position.x);
}
