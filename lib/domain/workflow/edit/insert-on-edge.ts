import { reachableFrom } from "@/lib/domain/workflow/advance";
import { type Added, addNode, type NewNode } from "@/lib/domain/workflow/edit/add-node";
import { isSameEdge, whyNot } from "@/lib/domain/workflow/edit/connect";
import { NODE_ROOM } from "@/lib/domain/workflow/edit/free-place";
import type { ShapeOf } from "@/lib/domain/workflow/edit/node-shape";
import type { Edge, Graph } from "@/lib/domain/workflow/graph";

/** Puts a new node into a line; what comes after moves to the right where it would be in the way. */
export function insertNew(graph: Graph, { edge, fresh }: { edge: Edge; fresh: NewNode }, shapeOf: ShapeOf): Added {
  const from = graph.nodes.find((node) => node.id === edge.from);
  const to = graph.nodes.find((node) => node.id === edge.to);
  if (!from || !to) return addNode(graph, fresh, { x: 0, y: 0 });

  const step = NODE_ROOM.width + NODE_ROOM.gapX;
  const x = from.position.x + step;
  const roomy = makeRoom(graph, edge.to, Math.max(0, x + step - to.position.x));
  const added = addNode(roomy, fresh, { x, y: Math.round((from.position.y + to.position.y) / 2) });
  return { id: added.id, graph: splice(added.graph, { edge, nodeId: added.id }, shapeOf) };
}

/** Leads a line through a node that stands on the canvas already. Unchanged when that cannot be. */
export function insertExisting(
  graph: Graph,
  { edge, nodeId }: { edge: Edge; nodeId: string },
  shapeOf: ShapeOf,
): Graph {
  const isFree = !graph.edges.some(({ from, to }) => from === nodeId || to === nodeId);
  const into = { from: edge.from, port: edge.port, to: nodeId };
  return isFree && whyNot(graph, into, shapeOf) === undefined ? splice(graph, { edge, nodeId }, shapeOf) : graph;
}

/** A node without a way out takes the line's end with it. */
function splice(graph: Graph, { edge, nodeId }: { edge: Edge; nodeId: string }, shapeOf: ShapeOf): Graph {
  const node = graph.nodes.find(({ id }) => id === nodeId);
  const [port] = (node && shapeOf(node)?.ports) ?? [];
  const edges = graph.edges.flatMap((other) => {
    if (!isSameEdge(other, edge)) return [other];
    const into = { ...edge, to: nodeId };
    return port === undefined ? [into] : [into, { from: nodeId, port, to: edge.to }];
  });
  return { ...graph, edges };
}

function makeRoom(graph: Graph, startId: string, shiftX: number): Graph {
  if (shiftX === 0) return graph;
  const moved = reachableFrom(graph, startId);
  const nodes = graph.nodes.map((node) =>
    moved.has(node.id) ? { ...node, position: { x: node.position.x + shiftX, y: node.position.y } } : node,
  );
  return { ...graph, nodes };
}
