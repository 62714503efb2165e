import type { Graph, Node } from "@/lib/domain/workflow/graph";

/** The room that a node takes on the canvas, and what is left between two. */
export const NODE_ROOM = { width: 256, height: 132, gapX: 80, gapY: 36 } as const;

type Position = Node["position"];

/** The nearest place at or below the wished one where a new node covers no other. */
export function freePlace(nodes: Graph["nodes"], wish: Position): Position {
  let place = { x: Math.round(wish.x), y: Math.round(wish.y) };
  const below = nodes.toSorted((one, other) => one.position.y - other.position.y);
  for (const node of below) {
    if (covers(node.position, place)) place = { x: place.x, y: node.position.y + NODE_ROOM.height + NODE_ROOM.gapY };
  }
  return place;
}

/** Where a node goes that follows another: to the right of it. */
export function placeAfter(nodes: Graph["nodes"], before: Node): Position {
  return freePlace(nodes, { x: before.position.x + NODE_ROOM.width + NODE_ROOM.gapX, y: before.position.y });
}

function covers(one: Position, other: Position): boolean {
  const { width, height, gapX, gapY } = NODE_ROOM;
  return Math.abs(one.x - other.x) < width + gapX / 4 && Math.abs(one.y - other.y) < height + gapY / 4;
}
