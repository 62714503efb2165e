import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection } from "@/lib/domain/connections/connection";

/** The connections that have every word of a query in their name, description, or their kind's name. */
export function searchConnections(connections: readonly Connection[], query: string): Connection[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return connections.filter(({ name, description, kind }) => {
    const text = `${name} ${description} ${kind} ${findConnectionKind(kind)?.name ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
