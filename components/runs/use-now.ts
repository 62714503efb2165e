"use client";

import { useEffect, useState } from "react";

const TICK_MS = 500;

/** The time, ticking while something moves. It starts at `startMs`, so that server and browser draw the same at first. */
export function useNow(isMoving: boolean, startMs: number): number {
  const [nowMs, setNowMs] = useState(startMs);
  useEffect(() => {
    if (!isMoving) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isMoving]);
  return Math.max(nowMs, startMs);
}
