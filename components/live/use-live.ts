"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { type LiveEvent, type LiveKind, type LiveState, listen, liveState } from "@/components/live/live-stream";

/**
 * Calls `onEvent` whenever something of these kinds happens, and with `catch-up` once the stream is open and after every
 * break: what is on screen may then be out of date. All of a tab shares one connection, which rests while nobody looks.
 */
export function useLive(kinds: readonly LiveKind[], onEvent: (event: LiveEvent) => void): void {
  const take = useEffectEvent((event: LiveEvent) => {
    if (event.kind === "catch-up" || kinds.includes(event.kind)) onEvent(event);
  });
  useEffect(() => listen((event) => take(event)), []);
}

/** How the stream is right now. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(liveState.watch, liveState.read, () => "connecting");
}
