"use client";

import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { COUNTED_MAX } from "@/components/approvals/waiting-count";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";
import type { Page } from "@/lib/domain/page";
import type { Approval } from "@/lib/domain/runs/approval";
import { isEnded } from "@/lib/domain/runs/run";

/** How many questions wait for an answer, kept current; never more than `COUNTED_MAX`. */
export function useWaitingCount(initial: number): number {
  const [count, setCount] = useState(initial);
  const refetch = useRefetch(async () => {
    const open = await callApi<Page<Approval>>("GET", `/api/v1/approvals?limit=${COUNTED_MAX}`);
    if (open.ok) setCount(open.value.items.length);
  });
  useLive(["approval", "run"], (event) => {
    // A run that is cancelled takes its question along.
    if (event.kind === "run" && (count === 0 || !isEnded(event.status))) return;
    refetch();
  });
  return count;
}
