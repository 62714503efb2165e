"use client";

import { cn } from "@heroui/react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isWithin, places } from "@/components/shell/places";

type NavigationProps = {
  /** Only icons, with the names as tooltips. */
  isRail?: boolean;
  onGo?: () => void;
};

/** The list of places, with where we are marked. */
export function Navigation({ isRail = false, onGo }: NavigationProps) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="flex flex-col gap-0.5">
      {places.map(({ href, name, icon: Icon }) => {
        const isHere = isWithin(path, href);
        return (
          <Link
            key={href}
            href={href}
            {...(isHere ? { "aria-current": "page" as const } : {})}
            {...(isRail ? { title: name } : {})}
            {...(onGo ? { onClick: onGo } : {})}
            className={cn(
              "relative flex h-9 items-center gap-3 rounded-lg px-2.5 font-medium text-sm transition-colors",
              isHere
                ? "bg-surface text-foreground shadow-card ring-1 ring-border"
                : "text-muted hover:bg-surface-tertiary hover:text-foreground",
              isRail ? "justify-center" : "",
            )}
          >
            <Icon
              aria-hidden
              className={cn("size-4.5 shrink-0", isHere ? "text-accent-soft-foreground" : "")}
              strokeWidth={1.9}
            />
            <span className={isRail ? "sr-only" : ""}>{name}</span>
          </Link>
        );
      })}
    </nav>
  );
}
