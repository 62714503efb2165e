"use client";

import { cn } from "@heroui/styles";
import Link from "next/link";
import { useEffect, useRef } from "react";

export type TabLink = {
  href: string;
  name: string /** A number worth a look before the tab is opened. */;
  count?: number;
};

type TabLinksProps = {
  label: string;
  tabs: readonly TabLink[] /** The address of the one that is open. */;
  current: string;
};

/** The parts of a screen, each with an address of its own. They scroll sideways where there is little room. */
export function TabLinks({ label, tabs, current }: TabLinksProps) {
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another tab that may be out of sight.
  useEffect(() => {
    const here = bar.current?.querySelector("[aria-current]");
    if (!bar.current || !here) return;
    const { left, right } = here.getBoundingClientRect();
    const frame = bar.current.getBoundingClientRect();
    bar.current.scrollLeft += (left + right - frame.left - frame.right) / 2;
  }, [current]);

  return (
    <nav
      ref={bar}
      aria-label={label}
      className="-mx-4 overflow-x-auto border-separator border-b px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
    >
      <ul className="flex w-max gap-1">
        {tabs.map(({ href, name, count }) => {
          const isHere = href === current;
          return (
            <li key={href}>
              <Link
                href={href}
                scroll={false}
                {...(isHere ? { "aria-current": "page" as const } : {})}
                className={cn(
                  "relative flex h-10 items-center gap-2 whitespace-nowrap rounded-md px-3 font-medium text-sm focus-visible:-outline-offset-2",
                  isHere
                    ? "text-foreground after:absolute after:inset-x-3 after:-bottom-px after:h-0.5 after:rounded-full after:bg-brass"
                    : "text-muted hover:text-foreground",
                )}
              >
                {name}
                {count ? (
                  <span className="rounded-full bg-surface-tertiary px-1.5 font-semibold text-[0.6875rem] tabular-nums leading-4.5">
                    {count.toLocaleString("en")}
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
