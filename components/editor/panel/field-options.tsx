"use client";

import { type ReactNode, useMemo } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { ConnectionOptionsProvider } from "@/components/fields/connection/connection-options";
import { EndpointOptionsProvider } from "@/components/fields/endpoint-options";
import { WorkflowOptionsProvider } from "@/components/fields/workflow-options";
import type { Connection } from "@/lib/domain/connections/connection";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** Gives the fields within it what the workspace has to choose from, and keeps what they create. */
export function FieldOptions({ children }: { children: ReactNode }) {
  const { setState } = useEditorStore();
  const endpoints = useEditor((state) => state.endpoints);
  const connections = useEditor((state) => state.connections);
  const mayConnect = useEditor((state) => state.mayConnect);
  const workflows = useEditor((state) => state.workflows);
  const endpointOptions = useMemo(
    () => ({
      endpoints,
      onCreated: (endpoint: Endpoint) => setState((state) => ({ endpoints: [endpoint, ...state.endpoints] })),
    }),
    [endpoints, setState],
  );
  const connectionOptions = useMemo(
    () => ({
      connections,
      mayConnect,
      onConnected: (connection: Connection) =>
        setState((state) => ({ connections: [connection, ...state.connections] })),
    }),
    [connections, mayConnect, setState],
  );
  return (
    <EndpointOptionsProvider value={endpointOptions}>
      <ConnectionOptionsProvider value={connectionOptions}>
        <WorkflowOptionsProvider value={workflows}>{children}</WorkflowOptionsProvider>
      </ConnectionOptionsProvider>
    </EndpointOptionsProvider>
  );
}
