"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useTransition } from "react";

export type Filters = {
  /** The value of one filter; empty when it is not set. */
  value: (name: string) => string;
  /** The address with some filters changed; an empty value takes a filter off. */
  hrefWith: (changes: Record<string, string>) => string;
  change: (changes: Record<string, string>) => void;
  /** Takes all of them off. */
  clear: () => void;
  /** Whether the list for the newest change is still on its way. */
  isPending: boolean;
};

/** The filters of a log, which live in the URL so that they can be shared and survive going back. */
export function useFilters(): Filters {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();

  const hrefWith = useCallback(
    (changes: Record<string, string>) => {
      const changed = new URLSearchParams(params);
      for (const [name, value] of Object.entries(changes)) {
        if (value === "") changed.delete(name);
        else changed.set(name, value);
      }
      return changed.size > 0 ? `${path}?${changed}` : path;
    },
    [params, path],
  );

  const goTo = (href: string) => startTransition(() => router.replace(href, { scroll: false }));

  return {
    value: (name) => params.get(name) ?? "",
    hrefWith,
    change: (changes) => goTo(hrefWith(changes)),
    clear: () => goTo(path),
    isPending,
  };
}
