"use client";

import { cn } from "@heroui/react";
import Link from "next/link";
import type { Filters } from "@/components/log/filters/use-filters";
import { STATUSES, type Status } from "@/components/ui/status-chip";

type StatusTabsProps = { label: string; name: string; statuses: readonly Status[]; filters: Filters };

/** One click to the most wanted filter: links to the same list with one status, or with all. */
export function StatusTabs({ label, name, statuses, filters }: StatusTabsProps) {
  const chosen = filters.value(name);
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-1.5 p-0.5">
        {["" as const, ...statuses].map((status) => (
          <li key={status}>
            <StatusTab status={status} href={filters.hrefWith({ [name]: status })} isChosen={chosen === status} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function StatusTab({ status, href, isChosen }: { status: Status | ""; href: string; isChosen: boolean }) {
  const look = status === "" ? undefined : STATUSES[status];
  const Icon = look?.icon;
  return (
    <Link
      href={href}
      replace
      scroll={false}
      {...(isChosen ? { "aria-current": "true" } : {})}
      className={cn(
        "inline-flex h-8 items-center gap-1.5 rounded-full border px-3 font-medium text-[0.8125rem] transition-colors",
        isChosen
          ? "border-transparent bg-accent-soft text-accent-soft-foreground"
          : "border-border bg-surface text-muted hover:border-(--field-border-hover) hover:text-foreground",
      )}
    >
      {Icon ? <Icon aria-hidden className="size-3.5" strokeWidth={2.25} /> : null}
      {look?.word ?? "All"}
    </Link>
  );
}
