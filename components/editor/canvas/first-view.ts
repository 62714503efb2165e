import type { Viewport } from "reactflow";
import { boundsOf } from "@/components/editor/canvas/bounds";
import type { Node } from "@/lib/domain/workflow/graph";

const MARGIN = 40;
/** Farther away than this, one cannot read the cards. */
const ZOOM_MIN = 0.5;
/** How near a drawing is looked at that does not fit. */
const ZOOM_OF_PART = 0.75;

/** What a drawing shows first: all of it, or, where that would be too small to read, where it begins. */
export function firstView(nodes: readonly Node[], room: { width: number; height: number }): Viewport {
  const all = boundsOf(nodes);
  const fitting = Math.min((room.width - 2 * MARGIN) / all.width, (room.height - 2 * MARGIN) / all.height, 1);
  const zoom = fitting >= ZOOM_MIN ? fitting : ZOOM_OF_PART;
  const x = fitting >= ZOOM_MIN ? (room.width - all.width * zoom) / 2 : MARGIN / 2;
  return { x: x - all.x * zoom, y: firstY(all.height * zoom, room.height) - all.y * zoom, zoom };
}

function firstY(height: number, roomHeight: number): number {
  return Math.max(MARGIN, (roomHeight - height) / 2);
}
