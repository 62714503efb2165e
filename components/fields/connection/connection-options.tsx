"use client";

import { createContext, useContext } from "react";
import type { Connection } from "@/lib/domain/connections/connection";

type ConnectionOptions = {
  connections: readonly Connection[];
  /** Whether whoever draws may make new ones. */
  mayConnect: boolean;
  onConnected: (connection: Connection) => void;
};

const ConnectionOptionsContext = createContext<ConnectionOptions>({
  connections: [],
  mayConnect: false,
  onConnected: () => undefined,
});

/** Gives connection fields something to choose from, and hears of what they create. */
export const ConnectionOptionsProvider = ConnectionOptionsContext.Provider;

export function useConnectionOptions(): ConnectionOptions {
  return useContext(ConnectionOptionsContext);
}
