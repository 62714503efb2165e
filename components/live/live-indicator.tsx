"use client";

import { cn } from "@heroui/react";
import type { LiveState } from "@/components/live/live-stream";
import { useLiveState } from "@/components/live/use-live";

const LOOKS: Record<LiveState, { word: string; help: string; dot: string }> = {
  connecting: {
    word: "Connecting",
    help: "Connecting to the live stream.",
    dot: "bg-quiet motion-safe:animate-breathe",
  },
  live: { word: "Live", help: "New things appear by themselves.", dot: "bg-good" },
  paused: { word: "Paused", help: "Goes on when you look at this tab.", dot: "bg-quiet" },
  offline: {
    word: "Offline",
    help: "The server does not answer. Trying again.",
    dot: "bg-bad motion-safe:animate-breathe",
  },
};

/** Says whether the screen keeps itself up to date. */
export function LiveIndicator() {
  const state = useLiveState();
  const { word, help, dot } = LOOKS[state];
  return (
    <span role="status" title={help} className="inline-flex items-center gap-2 font-medium text-muted text-sm">
      <span aria-hidden className="relative grid size-2.5 place-items-center">
        {state === "live" ? <span className="absolute size-2 rounded-full bg-good motion-safe:animate-ripple" /> : null}
        <span className={cn("relative size-2 rounded-full", dot)} />
      </span>
      {word}
    </span>
  );
}
