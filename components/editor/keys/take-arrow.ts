import { findNodeElement, focusSoon } from "@/components/editor/keys/focus-soon";
import { type Direction, neighbour } from "@/components/editor/keys/neighbour";
import type { EditorStore } from "@/components/editor/store/editor-state";
import { selectedNode } from "@/components/editor/store/selectors";

const NUDGE = 20;
const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const STEPS = {
  left: { x: -NUDGE, y: 0 },
  right: { x: NUDGE, y: 0 },
  up: { x: 0, y: -NUDGE },
  down: { x: 0, y: NUDGE },
};

/** An arrow goes along the lines; with Shift it moves the node. Says whether the key was taken. */
export function takeArrow(event: KeyboardEvent, store: EditorStore): boolean {
  const direction = ARROWS[event.key];
  const node = selectedNode(store.getState());
  if (!direction || !node || event.ctrlKey || event.metaKey) return false;
  const { history, goTo, isPanelOpen, show, moveNodes } = store.getState();
  if (event.shiftKey) {
    const { x, y } = STEPS[direction];
    const place = { x: node.position.x + x, y: node.position.y + y };
    moveNodes(new Map([[node.id, place]]), `nudge-${node.id}`);
    return true;
  }
  const next = neighbour(history.present, node.id, direction);
  if (next === undefined) return true;
  goTo(next);
  show({ isPanelOpen });
  focusSoon(() => findNodeElement(next));
  return true;
}
