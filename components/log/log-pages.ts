import type { Page } from "@/lib/domain/page";

/** What a log shows, newest first, and what has arrived above it meanwhile. */
export type LogPages<Item extends { id: string }> = {
  items: Item[];
  next: string | null;
  /** Newer ones that wait for the reader to come back to the top. */
  held: Item[];
  /** Whether what is held does not reach down to `items`, so that it has to take their place. `next` then belongs to it. */
  gap: { next: string | null } | null;
  /** Those that came last, to be shown arriving. */
  arrived: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

export function startPages<Item extends { id: string }>(page: Page<Item>): LogPages<Item> {
  return { items: page.items, next: page.next, held: [], gap: null, arrived: NONE };
}

/** Takes in the newest page. With `isReading` nothing is put above what is being read: it is held. */
export function takeNewest<Item extends { id: string }>(
  pages: LogPages<Item>,
  newest: Page<Item>,
  isReading: boolean,
): LogPages<Item> {
  const fresh = new Map(newest.items.map((item) => [item.id, item]));
  const oldestFresh = newest.items.at(-1)?.id ?? "";
  // Ids sort by time. What the newest page should hold and does not has left the list, as a run does that is no longer running.
  const items = pages.items
    .filter((item) => fresh.has(item.id) || (newest.next !== null && item.id < oldestFresh))
    .map((item) => fresh.get(item.id) ?? item);
  const known = new Set(pages.items.map((item) => item.id));
  const held = newest.items.filter((item) => !known.has(item.id));
  const isGap = newest.next !== null && items.length > 0 && !newest.items.some((item) => known.has(item.id));
  const taken: LogPages<Item> = { ...pages, items, held, gap: isGap ? { next: newest.next } : null, arrived: NONE };
  if (newest.next === null) taken.next = null;
  return isReading ? taken : showHeld(taken);
}

/** Puts what is held on top. */
export function showHeld<Item extends { id: string }>(pages: LogPages<Item>): LogPages<Item> {
  if (pages.held.length === 0) return pages;
  const arrived = new Set(pages.held.map((item) => item.id));
  const below = pages.gap ? [] : pages.items;
  return {
    items: [...pages.held, ...below],
    next: pages.gap ? pages.gap.next : pages.next,
    held: [],
    gap: null,
    arrived,
  };
}

/** Takes in the page below the last item. */
export function takeOlder<Item extends { id: string }>(pages: LogPages<Item>, older: Page<Item>): LogPages<Item> {
  const known = new Set(pages.items.map((item) => item.id));
  return { ...pages, items: [...pages.items, ...older.items.filter((item) => !known.has(item.id))], next: older.next };
}
