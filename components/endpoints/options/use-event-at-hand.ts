"use client";

import { useEffect, useState } from "react";
import { type EventAtHand, loadEventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

const DELIVERY = ["delivery"] as const;

/** The endpoint's latest delivery, or its source's sample, kept current. Null before it is there, and where there is neither. */
export function useEventAtHand({ id, source }: Pick<Endpoint, "id" | "source">): EventAtHand | null {
  const [event, setEvent] = useState<EventAtHand | null>(null);
  const refetch = useRefetch(async () => setEvent(await loadEventAtHand({ id, source })));
  useEffect(refetch, [refetch]);
  useLive(DELIVERY, (happened) => {
    if (happened.kind !== "delivery" || happened.endpointId === id) refetch();
  });
  return event;
}
