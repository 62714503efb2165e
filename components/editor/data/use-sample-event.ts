"use client";

import { useEffect } from "react";
import { loadSampleEvent } from "@/components/editor/data/sample-event";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { rungFor } from "@/components/editor/store/selectors";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";

const DELIVERY = ["delivery"] as const;

/** Keeps at hand what the drawing can be tried with: the latest delivery of the endpoint that rings, or a sample. */
export function useSampleEvent(): void {
  const store = useEditorStore();
  const key = useEditor((state) => {
    const rung = rungFor(state);
    return rung ? `${rung.endpoint.id} ${rung.patterns.join(" ")}` : null;
  });

  const refetch = useRefetch(async () => {
    const rung = rungFor(store.getState());
    store.setState({ sample: rung ? await loadSampleEvent(rung.endpoint, rung.patterns) : null });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another endpoint, or other events, have another latest one.
  useEffect(refetch, [key, refetch]);
  useLive(DELIVERY, (event) => {
    if (event.kind === "delivery" && event.endpointId === rungFor(store.getState())?.endpoint.id) refetch();
  });
}
