"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the browser has taken over. Before, only what server and browser agree on may be drawn: no local times. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
