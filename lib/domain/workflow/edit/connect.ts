import { reachableFrom } from "@/lib/domain/workflow/advance";
import type { ShapeOf } from "@/lib/domain/workflow/edit/node-shape";
import { type Edge, type Graph, nodeLabel } from "@/lib/domain/workflow/graph";

export type Connected = { ok: true; graph: Graph } | { ok: false; message: string };

/** Draws a line from a port to a node. Refused, in a sentence: a second same line, a circle, a line into a trigger. */
export function connect(graph: Graph, edge: Edge, shapeOf: ShapeOf): Connected {
  const message = whyNot(graph, edge, shapeOf);
  return message === undefined
    ? { ok: true, graph: { ...graph, edges: [...graph.edges, edge] } }
    : { ok: false, message };
}

/** What speaks against a line, in a sentence; undefined when it can be drawn. */
export function whyNot(graph: Graph, edge: Edge, shapeOf: ShapeOf): string | undefined {
  const from = graph.nodes.find((node) => node.id === edge.from);
  const to = graph.nodes.find((node) => node.id === edge.to);
  if (!from || !to) return "One of the two steps is not there any more.";
  if (!shapeOf(from)?.ports.includes(edge.port)) return `“${nodeLabel(from)}” has no way out called “${edge.port}”.`;
  if (from === to) return `“${nodeLabel(from)}” cannot lead to itself.`;
  if (shapeOf(to)?.isTrigger) return `“${nodeLabel(to)}” starts the workflow, so nothing can lead to it.`;
  if (graph.edges.some((other) => isSameEdge(other, edge))) return "These two are connected already.";
  if (reachableFrom(graph, edge.to).has(edge.from))
    return `“${nodeLabel(to)}” leads here already: this would be a circle.`;
  return undefined;
}

export function isSameEdge(one: Edge, other: Edge): boolean {
  return one.from === other.from && one.port === other.port && one.to === other.to;
}

/** Takes a line away. */
export function disconnect(graph: Graph, edge: Edge): Graph {
  const edges = graph.edges.filter((other) => !isSameEdge(other, edge));
  return edges.length === graph.edges.length ? graph : { ...graph, edges };
}
