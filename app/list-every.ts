import { PAGE_SIZE_MAX, type Page, type PageQuery } from "@/lib/domain/page";

/** All parts of a list together: for what a workspace has dozens of, and a screen needs whole. */
export async function listEvery<Item>(list: (query: PageQuery) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await list({ limit: PAGE_SIZE_MAX, ...(next === null ? {} : { cursor: next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}
