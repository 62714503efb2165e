import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import { nodes } from "@/lib/catalog/nodes/index";

export type PaletteGroup = { title: string; items: NodeDefinition[] };

/** What can be added, by what it is for; with a query, what its name or summary has. */
export function paletteGroups(query: string, { isLedTo }: { isLedTo: boolean }): PaletteGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = nodes.filter(({ name, summary }) => {
    const text = `${name} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const groups = [
    { title: "When the doorbell rings…", items: isLedTo ? [] : found.filter(({ kind }) => kind === "trigger") },
    { title: "Then…", items: found.filter(({ kind }) => kind !== "trigger") },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
