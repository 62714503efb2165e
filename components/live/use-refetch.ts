"use client";

import { useCallback, useEffect, useEffectEvent, useRef } from "react";

const GAP_MS = 700;

/**
 * Makes of `load`, which must not throw, a function to call as often as one likes: it loads at once, then at most every
 * 0.7 s, never twice at a time, and always once more after the last call.
 */
export function useRefetch(load: () => Promise<void>): () => void {
  const latest = useEffectEvent(load);
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    const pacer = pace(() => latest(), GAP_MS);
    ask.current = pacer.ask;
    return pacer.stop;
  }, []);

  return useCallback(() => ask.current(), []);
}

function pace(work: () => Promise<void>, gapMs: number): { ask: () => void; stop: () => void } {
  let isWanted = false;
  let isResting = false;
  let isStopped = false;

  async function run() {
    isWanted = false;
    isResting = true;
    await work();
    await new Promise((resolve) => setTimeout(resolve, gapMs));
    isResting = false;
    if (isWanted && !isStopped) void run();
  }

  return {
    ask() {
      isWanted = true;
      if (!isResting && !isStopped) void run();
    },
    stop() {
      isStopped = true;
    },
  };
}
