"use client";

import { cn } from "@heroui/react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { countText } from "@/components/approvals/waiting-count";
import { isWithin, type Place, places } from "@/components/shell/places";

const APPROVALS = "/approvals";

type NavigationProps = {
  /** Only icons, with the names as tooltips. */
  isRail?: boolean;
  /** How many approvals wait for a decision. */
  waiting: number;
  onGo?: () => void;
};

/** The list of places, with where we are marked. */
export function Navigation({ isRail = false, waiting, onGo }: NavigationProps) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="flex flex-col gap-0.5">
      {places.map((place) => (
        <PlaceLink
          key={place.href}
          place={place}
          isHere={isWithin(path, place.href)}
          isRail={isRail}
          count={place.href === APPROVALS ? waiting : 0}
          onGo={onGo}
        />
      ))}
    </nav>
  );
}

type PlaceLinkProps = {
  place: Place;
  isHere: boolean;
  isRail: boolean;
  count: number;
  onGo: (() => void) | undefined;
};

function PlaceLink({ place: { href, name, icon: Icon }, isHere, isRail, count, onGo }: PlaceLinkProps) {
  return (
    <Link
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
      {count > 0 ? <WaitingCount count={count} isRail={isRail} /> : null}
    </Link>
  );
}

function WaitingCount({ count, isRail }: { count: number; isRail: boolean }) {
  return (
    <span
      className={cn(
        "rounded-full bg-accent px-1.5 font-semibold text-[0.6875rem] text-accent-foreground tabular-nums leading-4.5",
        isRail ? "absolute top-0 right-0 px-1 leading-4" : "ml-auto",
      )}
    >
      {countText(count)}
      <span className="sr-only"> {count === 1 ? "waits" : "wait"} for a decision</span>
    </span>
  );
}
