"use client";

import { useEffect, useRef } from "react";
import { callApi } from "@/components/api/call-api";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { Ring } from "@/components/editor/store/editor-state";
import { rungFor } from "@/components/editor/store/selectors";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";
import { notify } from "@/components/ui/notify";
import { findSource } from "@/lib/catalog/sources/index";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";
import type { Id } from "@/lib/domain/ids";
import type { Page } from "@/lib/domain/page";
import { isEnded, type Run, type RunSummary } from "@/lib/domain/runs/run";

const RUN = ["run"] as const;
const LOOK_EVERY_MS = 1_000;
/** A delivery queues its runs in the same commit: what is not found by the second look will not come. */
const LOOKS_MAX = 2;

/** Rings the endpoint with a sample, by its name or the one that fits. */
export function useRing(): (sample?: string) => Promise<void> {
  const store = useEditorStore();
  return async function ring(sample) {
    const rung = rungFor(store.getState());
    if (!rung) {
      notify.plain("There is no bell yet: add a webhook step and choose its endpoint.");
      return;
    }
    const samples = findSource(rung.endpoint.source)?.samples ?? [];
    const fitting = samples.find(({ eventType }) => matchesEventType(rung.patterns, eventType))?.name;
    const name = sample ?? fitting;
    const answer = await callApi<{ delivery: Id<"delivery"> | null; status: number }>(
      "POST",
      `/api/v1/endpoints/${rung.endpoint.id}/ring`,
      name === undefined ? {} : { sample: name },
    );
    if (!answer.ok) {
      notify.bad(answer.error);
      return;
    }
    const { delivery, status } = answer.value;
    store.setState({ ring: { deliveryId: delivery, status, run: null, isOver: delivery === null } });
    store.getState().announce("Rang.");
  };
}

/** Follows the run of the last ring, or of the last start by hand, until it ends. */
export function useFollowRing(): void {
  const store = useEditorStore();
  const key = useEditor((state) => state.ring && keyOf(state.ring));
  const isOpen = useEditor(({ ring }) => ring !== null && !ring.isOver && !(ring.run && isEnded(ring.run.status)));

  const looks = useRef(0);

  const look = useRefetch(async () => {
    const { ring, id } = store.getState();
    if (!ring || keyOf(ring) === null) return;
    const runId = ring.run?.id ?? (await findRun(ring.deliveryId, id));
    if (runId !== undefined) return show(ring, runId);
    looks.current += 1;
    if (looks.current >= LOOKS_MAX) store.setState({ ring: { ...ring, isOver: true } });
  });

  async function show(ring: Ring, runId: string): Promise<void> {
    const answer = await callApi<Run>("GET", `/api/v1/runs/${runId}`);
    const now = store.getState().ring;
    if (!answer.ok || !now || keyOf(now) !== keyOf(ring)) return;
    const run = answer.value;
    store.setState({ ring: { ...now, run } });
    if (isEnded(run.status) && now.run?.status !== run.status) store.getState().announce(`The run is ${run.status}.`);
  }

  useLive(RUN, (event) => {
    const { ring } = store.getState();
    if (event.kind === "run" && ring && [event.deliveryId, event.id].includes(keyOf(ring) ?? undefined)) look();
  });
  useEffect(() => {
    if (!key || !isOpen) return;
    looks.current = 0;
    look();
    // Runs are announced, their steps are not.
    const looking = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [key, isOpen, look]);
}

/** What a ring is told from others by: its delivery, or the run that was started. */
function keyOf({ deliveryId, run }: Ring): Id<"delivery"> | Id<"run"> | null {
  return deliveryId ?? run?.id ?? null;
}

async function findRun(deliveryId: string | null, workflowId: string): Promise<string | undefined> {
  const path = `/api/v1/runs?delivery=${deliveryId}&workflow=${workflowId}&limit=1`;
  const answer = await callApi<Page<RunSummary>>("GET", path);
  return answer.ok ? answer.value.items[0]?.id : undefined;
}
