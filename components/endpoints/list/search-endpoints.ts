import { findSource } from "@/lib/catalog/sources";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** The endpoints that have every word of a query in their name, their sender's, or their address. */
export function searchEndpoints<Item extends Pick<Endpoint, "name" | "source" | "url">>(
  endpoints: readonly Item[],
  query: string,
): Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return endpoints.filter(({ name, source, url }) => {
    const token = url.slice(url.lastIndexOf("/") + 1);
    const text = `${name} ${source} ${findSource(source)?.name ?? ""} ${token}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
