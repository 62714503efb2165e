import type { Source } from "@/lib/catalog/sources/define-source";

/** A few sources under a heading. */
export type SourceGroup = { id: "popular" | "plain" | "rest"; title: string; sources: Source[] };

const POPULAR = ["github", "stripe", "shopify", "slack", "twilio", "typeform"];

/** For senders that Doorbell does not know by name: by how they prove themselves, best first. */
export const PLAIN_IDS: readonly string[] = [
  "hmac",
  "standard-webhooks",
  "bearer",
  "bearer-token",
  "basic",
  "basic-auth",
  "api-key",
  "jwt",
  "anyone",
];

/** The sources as people look for them: the ones most ask for, those for any sender, and the rest from A to Z. */
export function groupSources(sources: readonly Source[]): SourceGroup[] {
  const named = (ids: readonly string[]) => ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  const rest = sources.filter(({ id }) => !POPULAR.includes(id) && !PLAIN_IDS.includes(id)).toSorted(byName);
  const groups: SourceGroup[] = [
    { id: "popular", title: "Popular", sources: named(POPULAR) },
    { id: "plain", title: "Anybody else", sources: named(PLAIN_IDS) },
    { id: "rest", title: "From A to Z", sources: rest },
  ];
  return groups.filter((group) => group.sources.length > 0);
}

/** The sources that have every word of a query in their name, id or summary. A name that begins with it comes first. */
export function searchSources(sources: readonly Source[], query: string): Source[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sources.filter(({ id, name, summary }) => {
    const text = `${id} ${name} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const first = words[0] ?? "";
  const begins = ({ name }: Source) => name.toLowerCase().startsWith(first);
  return found.toSorted((one, other) => Number(begins(other)) - Number(begins(one)) || byName(one, other));
}

function byName(one: Source, other: Source): number {
  return one.name.localeCompare(other.name, "en");
}
