import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";

export type KindGroup = { id: "services" | "general" | "found"; title: string; kinds: ConnectionKind[] };

/** For services that have no kind of their own. */
const GENERAL_IDS: readonly string[] = ["bearer", "basic", "api-key", "standard-webhooks"];

/** The kinds as people look for them: services from A to Z, then those for any other. With a query, what was found. */
export function groupKinds(kinds: readonly ConnectionKind[], query: string): KindGroup[] {
  if (query.trim() !== "") {
    const found = findKinds(kinds, query);
    return found.length > 0 ? [{ id: "found", title: "Found", kinds: found }] : [];
  }
  const isGeneral = ({ id }: ConnectionKind) => GENERAL_IDS.includes(id);
  const groups: KindGroup[] = [
    { id: "services", title: "Services", kinds: kinds.filter((kind) => !isGeneral(kind)).toSorted(byName) },
    { id: "general", title: "Any other service", kinds: kinds.filter(isGeneral) },
  ];
  return groups.filter((group) => group.kinds.length > 0);
}

/** The kinds that have every word of a query in their name, id or summary. A name that begins with it comes first. */
export function findKinds(kinds: readonly ConnectionKind[], query: string): ConnectionKind[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = kinds.filter(({ id, name, summary }) => {
    const text = `${id} ${name} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({ name }: ConnectionKind) => name.toLowerCase().startsWith(words[0] ?? "");
  return found.toSorted((one, other) => Number(begins(other)) - Number(begins(one)) || byName(one, other));
}

function byName(one: ConnectionKind, other: ConnectionKind): number {
  return one.name.localeCompare(other.name, "en");
}
