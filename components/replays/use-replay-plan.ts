"use client";

import { useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import type { BulkReplay, ReplayPlan } from "@/lib/domain/runs/recovery";

export type Asked = { filter: Partial<BulkReplay["filter"]>; again: boolean };

/** What a replay would do. While it is worked out anew, what was known before stays, as stale. */
export type Forecast = { plan: ReplayPlan | null; error: string | null; isStale: boolean };

const PAUSE_MS = 250;

/** Asks what a replay would do, a moment after each change. */
export function useReplayPlan({ filter, again }: Asked): Forecast {
  const asked = JSON.stringify({ filter, again, dryRun: true });
  const [known, setKnown] = useState<{ asked: string; plan: ReplayPlan | null; error: string | null }>();

  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(async () => {
      const answer = await callApi<ReplayPlan>("POST", "/api/v1/replays", JSON.parse(asked));
      if (isGone) return;
      setKnown((before) =>
        answer.ok
          ? { asked, plan: answer.value, error: null }
          : { asked, plan: before?.plan ?? null, error: answer.error },
      );
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return { plan: known?.plan ?? null, error: known?.error ?? null, isStale: known?.asked !== asked };
}
