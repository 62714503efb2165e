import type { Rect } from "reactflow";
import { cardSize } from "@/components/editor/node-size";
import { findNode } from "@/lib/catalog/nodes/index";
import type { Node } from "@/lib/domain/workflow/graph";

/** What stands out at the right of a card: the plus of a free way out. */
const OVERHANG = 52;

/** The room that some nodes take on the canvas, all that belongs to them included. */
export function boundsOf(nodes: readonly Node[]): Rect {
  const boxes = nodes.map((node) => ({ ...node.position, ...cardSize(findNode(node.type)) }));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width + OVERHANG));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
