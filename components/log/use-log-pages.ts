"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { callApi } from "@/components/api/call-api";
import type { LiveEvent } from "@/components/live/live-stream";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";
import { type LogPages, showHeld, startPages, takeNewest, takeOlder } from "@/components/log/log-pages";
import type { Page } from "@/lib/domain/page";

type Source<Item extends { id: string }> = {
  /** The list in the API, such as `/api/v1/runs`. */
  path: string;
  /** The filters, as they stand in the URL. */
  search: string;
  initial: Page<Item>;
  /** An item changed by what an event says of it already. The newest page is fetched in any case. */
  withEvent: (item: Item, event: LiveEvent) => Item;
};

export type Log<Item extends { id: string }> = LogPages<Item> & {
  /** To be put on an element at the top of the list: once it is out of sight, somebody is reading. */
  top: RefObject<HTMLDivElement | null>;
  showNew: () => void;
  loadOlder: () => void;
  isLoadingOlder: boolean;
  /** Why older ones could not be loaded, in a sentence. */
  error: string | null;
};

/** What the log held when it was last left, so that coming back finds it as it was. */
let remembered: { key: string; pages: unknown } | undefined;

/** A live, key-paged list: new items arrive at the top, or are held while somebody reads further down. */
export function useLogPages<Item extends { id: string }>({
  path,
  search,
  initial,
  withEvent,
}: Source<Item>): Log<Item> {
  const key = `${path}?${search}`;
  // Whatever was remembered under this key was put there by this function, for the same path.
  const [pages, setPages] = useState(() =>
    remembered?.key === key ? (remembered.pages as LogPages<Item>) : startPages(initial),
  );
  const [error, setError] = useState<string | null>(null);
  const [isLoadingOlder, setIsLoadingOlder] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const isReading = useCallback(() => (top.current?.getBoundingClientRect().top ?? 0) < 0, []);

  const refetch = useRefetch(async () => {
    const newest = await callApi<Page<Item>>("GET", key);
    if (newest.ok) setPages((now) => takeNewest(now, newest.value, isReading()));
  });

  useLive(["delivery", "run", "approval"], (event) => {
    setPages((now) => ({ ...now, items: now.items.map((item) => withEvent(item, event)) }));
    refetch();
  });

  useEffect(() => {
    remembered = { key, pages };
  }, [key, pages]);

  useEffect(() => {
    if (pages.held.length === 0) return;
    const onScroll = () => !isReading() && setPages(showHeld);
    addEventListener("scroll", onScroll, { passive: true });
    return () => removeEventListener("scroll", onScroll);
  }, [pages.held.length, isReading]);

  async function loadOlder() {
    if (pages.next === null || isLoadingOlder) return;
    setIsLoadingOlder(true);
    const older = await callApi<Page<Item>>("GET", `${key}${search ? "&" : ""}cursor=${pages.next}`);
    setIsLoadingOlder(false);
    setError(older.ok ? null : older.error);
    if (older.ok) setPages((now) => takeOlder(now, older.value));
  }

  function showNew() {
    setPages(showHeld);
    top.current?.scrollIntoView({ block: "start", behavior: "smooth" });
  }

  return { ...pages, top, showNew, loadOlder, isLoadingOlder, error };
}
