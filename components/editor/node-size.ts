import type { Port } from "@/lib/catalog/nodes/define-node";

/** The measures of a node's card, in px. They are fixed, so that nothing has to be measured before lines can be drawn. */
export const CARD = { width: 256, head: 60, portRow: 28, foot: 8 } as const;

/** How large the card of a node with these ways out is. */
export function cardSize({ length }: readonly Port[]): { width: number; height: number } {
  return { width: CARD.width, height: length === 0 ? CARD.head : CARD.head + length * CARD.portRow + CARD.foot };
}

/** How far below the card's top the middle of its nth port is. The way in is level with the first. */
export function portY(index: number): number {
  return CARD.head + CARD.foot / 2 + (index + 0.5) * CARD.portRow;
}

/** How far below the card's top the way in is. */
export function inputY({ length }: readonly Port[]): number {
  return length > 0 ? portY(0) : CARD.head / 2;
}
