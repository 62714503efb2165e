import { z } from "zod";

export const PAGE_SIZE_MAX = 200;
const PAGE_SIZE_DEFAULT = 50;

/** A part of a list, newest first. `next` opens the part after it; null at the end. */
export type Page<Item> = { items: Item[]; next: string | null };

/** How a list is asked for a part. The cursor is the id of the last item seen. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(PAGE_SIZE_DEFAULT),
  cursor: z.string().max(100).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** Cuts a list that was read with one item more than asked for into a page. */
export function toPage<Item extends { id: string }>(items: Item[], limit: number): Page<Item> {
  const page = items.slice(0, limit);
  return { items: page, next: items.length > limit ? (page.at(-1)?.id ?? null) : null };
}
