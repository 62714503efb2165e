import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";

/** Kinds of nodes that stand on one shelf. */
export type NodeGroup = { title: string; nodes: NodeDefinition[] };

/** The kinds by their groups, both in the order of the catalog. */
export function groupNodes(nodes: readonly NodeDefinition[]): NodeGroup[] {
  const groups = new Map<string, NodeDefinition[]>();
  for (const node of nodes) groups.set(node.group, [...(groups.get(node.group) ?? []), node]);
  return [...groups].map(([title, members]) => ({ title, nodes: members }));
}

/**
 * The kinds that have every word of a query in their name, summary, group or type, the likeliest first: whose name begins
 * with it, then whose name has it.
 */
export function findNodes(nodes: readonly NodeDefinition[], query: string): NodeDefinition[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = nodes.filter(({ name, summary, group, type }) => {
    const text = `${name} ${summary} ${group} ${type}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.toSorted((one, other) => rank(one, words) - rank(other, words));
}

/** The lower, the likelier. */
function rank({ name }: NodeDefinition, words: readonly string[]): number {
  const text = name.toLowerCase();
  if (text.startsWith(words.join(" "))) return 0;
  if (words.every((word) => text.split(/\s+/).some((part) => part.startsWith(word)))) return 1;
  return words.every((word) => text.includes(word)) ? 2 : 3;
}

/** Where a group begins on a page. */
export function groupAnchor(title: string): string {
  return `group-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}
