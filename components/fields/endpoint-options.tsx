"use client";

import { createContext, useContext } from "react";
import type { CreatedEndpoint } from "@/components/endpoints/created-endpoint";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type EndpointOptions = { endpoints: readonly Endpoint[]; onCreated: (endpoint: CreatedEndpoint) => void };

const EndpointOptionsContext = createContext<EndpointOptions>({ endpoints: [], onCreated: () => undefined });

/** Gives endpoint fields something to choose from, and hears of what they create. */
export const EndpointOptionsProvider = EndpointOptionsContext.Provider;

export function useEndpointOptions(): EndpointOptions {
  return useContext(EndpointOptionsContext);
}
