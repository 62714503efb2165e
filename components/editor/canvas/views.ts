import type { Rect, Viewport } from "reactflow";
import { cardSize } from "@/components/editor/node-size";
import { portsOf } from "@/lib/catalog/nodes/index";
import type { Node } from "@/lib/domain/workflow/graph";

type Room = { width: number; height: number };

/** Farther away than this, one cannot read the cards. */
export const READABLE_ZOOM = 0.5;

const MARGIN = 28;
/** What stands out at the right of a card: the plus of a free way out. */
const OVERHANG = 52;
/** How near a drawing is looked at first that is too large to be read as a whole. */
const ZOOM_OF_PART = 0.75;

/** The place that some nodes take on the canvas, with all that belongs to them. */
function boundsOf(nodes: readonly Node[]): Rect {
  const boxes = nodes.map((node) => ({ ...node.position, ...cardSize(portsOf(node)) }));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width + OVERHANG));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The view that shows some nodes in the middle of the room, no nearer than `zoomMax`. */
export function viewOf(nodes: readonly Node[], room: Room, zoomMax = 1): Viewport {
  const { x, y, width, height } = boundsOf(nodes);
  const zoom = Math.min((room.width - 2 * MARGIN) / width, (room.height - 2 * MARGIN) / height, zoomMax);
  return { x: (room.width - width * zoom) / 2 - x * zoom, y: (room.height - height * zoom) / 2 - y * zoom, zoom };
}

/** What a drawing shows first: all of it, or, where that would be too small to read, where it begins. */
export function firstView(nodes: readonly Node[], room: Room): Viewport {
  const all = viewOf(nodes, room);
  if (all.zoom >= READABLE_ZOOM) return all;
  const { x, y, height } = boundsOf(nodes);
  const top = Math.max(MARGIN, (room.height - height * ZOOM_OF_PART) / 2);
  return { x: MARGIN - x * ZOOM_OF_PART, y: top - y * ZOOM_OF_PART, zoom: ZOOM_OF_PART };
}

/** Whether some nodes can be seen whole. */
export function isInView(nodes: readonly Node[], { x, y, zoom }: Viewport, room: Room): boolean {
  const bounds = boundsOf(nodes);
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  return left >= 0 && top >= 0 && left + bounds.width * zoom <= room.width && top + bounds.height * zoom <= room.height;
}
