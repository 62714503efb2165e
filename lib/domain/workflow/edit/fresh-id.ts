import type { Graph } from "@/lib/domain/workflow/graph";

const LENGTH_MAX = 58;

/** A readable id that no node has yet, and its number: `filter`, then `filter-2`, `filter-3`. */
export function freshId(nodes: Graph["nodes"], wish: string): { id: string; number: number } {
  const taken = new Set(nodes.map((node) => node.id));
  const stem = wish.slice(0, LENGTH_MAX).replace(/-\d+$/, "");
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return { id, number };
  }
}
