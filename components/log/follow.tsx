"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { LiveEvent } from "@/components/live/live-stream";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";

const POLL_MS = 2_000;

type FollowProps = {
  /** The delivery or run on screen: only what concerns it draws the screen again. */
  id: string;
  /** Whether it changes by itself between events, as a run does between its attempts. */
  isMoving: boolean;
};

/** Keeps an opened delivery or run current. */
export function Follow({ id, isMoving }: FollowProps) {
  const router = useRouter();
  const refresh = useRefetch(async () => router.refresh());
  useLive(["delivery", "run", "approval"], (event) => concerns(event, id) && refresh());

  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => document.visibilityState === "visible" && refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [isMoving, refresh]);

  return null;
}

function concerns(event: LiveEvent, id: string): boolean {
  if (event.kind === "catch-up") return true;
  if (event.kind === "approval") return event.runId === id;
  return event.id === id || (event.kind === "run" && event.deliveryId === id);
}
