import type { z } from "zod";

/** The query of a page's address, as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The filters in an address, and the same as text. What does not parse is left out, so that an old link still opens. */
export function readSearch<Shape extends z.ZodObject>(
  filters: Shape,
  params: Awaited<SearchParams>,
): { query: Record<string, string>; search: string } {
  const query: Record<string, string> = {};
  for (const [name, filter] of Object.entries(filters.shape)) {
    const value = [params[name]].flat()[0];
    if (value && filter.safeParse(value).success) query[name] = value;
  }
  return { query, search: new URLSearchParams(query).toString() };
}
