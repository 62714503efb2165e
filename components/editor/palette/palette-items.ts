import { findNodes, groupNodes } from "@/components/catalog/group-nodes";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";

export type PaletteGroup = {
  title: string;
  items: NodeDefinition[] /** Until somebody folds it or opens it. */;
  startsOpen: boolean;
};

/** With more kinds than these, only the first groups start open, so that all their names are seen at once. */
const OPEN_ITEMS_MAX = 20;
const OPEN_GROUPS = 3;

type Options = { query: string; isLedTo: boolean };

/** What can be added, by what it is for; with a query, what fits it, the likeliest first. */
export function paletteGroups(nodes: readonly NodeDefinition[], { query, isLedTo }: Options): PaletteGroup[] {
  const usable = nodes.filter(({ kind }) => !isLedTo || kind !== "trigger");
  if (query.trim() !== "") {
    const items = findNodes(usable, query);
    return items.length > 0 ? [{ title: "Found", items, startsOpen: true }] : [];
  }
  const isLong = usable.length > OPEN_ITEMS_MAX;
  return groupNodes(usable).map(({ title, nodes: items }, index) => ({
    title,
    items,
    startsOpen: !isLong || index < OPEN_GROUPS,
  }));
}
