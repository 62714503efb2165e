"use client";

import { StackedBars } from "@/components/charts/stacked-bars";
import type { Overview } from "@/lib/domain/overview";

const PARTS = [
  { key: "accepted", name: "Accepted", fill: "fill-brass", dot: "bg-brass" },
  { key: "other", name: "Duplicate, held or handshake", fill: "fill-quiet", dot: "bg-quiet" },
  { key: "rejected", name: "Rejected", fill: "fill-bad", dot: "bg-bad" },
] as const;

/** Deliveries per hour of the last day, by verdict, in the reader's own time. */
export function DeliveriesChart({ hours }: { hours: Overview["hours"] }) {
  const bars = hours.map(({ at, accepted, rejected, other }) => ({ at, values: { accepted, rejected, other } }));
  const sum = (key: "accepted" | "rejected" | "other") => hours.reduce((total, hour) => total + hour[key], 0);
  return (
    <StackedBars
      summary={`Deliveries of the last 24 hours: ${sum("accepted")} accepted, ${sum("rejected")} rejected, ${sum("other")} others.`}
      bars={bars}
      parts={PARTS}
      nameOf={(bar) => new Date(bar.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
    />
  );
}
