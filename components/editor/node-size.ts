import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";

/** The measures of a node's card, in px. They are fixed, so that nothing has to be measured before lines can be drawn. */
export const CARD = { width: 256, head: 60, portRow: 28, foot: 8 } as const;

/** How large the card of a kind of node is. A kind that this version does not know has a head only. */
export function cardSize(definition: Pick<NodeDefinition, "ports"> | undefined): { width: number; height: number } {
  const count = definition?.ports.length ?? 0;
  return { width: CARD.width, height: count === 0 ? CARD.head : CARD.head + count * CARD.portRow + CARD.foot };
}

/** How far below the card's top the middle of its nth port is. The way in is level with the first. */
export function portY(index: number): number {
  return CARD.head + CARD.foot / 2 + (index + 0.5) * CARD.portRow;
}

/** How far below the card's top the way in is. */
export function inputY(definition: Pick<NodeDefinition, "ports"> | undefined): number {
  return definition && definition.ports.length > 0 ? portY(0) : CARD.head / 2;
}
