"use client";

import { useEffect, useState } from "react";
import { relativeTime } from "@/components/ui/relative-time-text";

const TICK_MS = 15_000;

/** How long ago something was, kept current; the exact local time is its tooltip. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const [nowMs, setNowMs] = useState(() => Date.now());

  useEffect(() => {
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    // The server's clock and zone are not the reader's: the browser has the last word.
    <time dateTime={at} title={new Date(at).toLocaleString()} className={className} suppressHydrationWarning>
      {relativeTime(Date.parse(at), nowMs)}
    </time>
  );
}
