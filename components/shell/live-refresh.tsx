"use client";

import { useRouter } from "next/navigation";
import type { LiveKind } from "@/components/live/live-stream";
import { useLive } from "@/components/live/use-live";
import { useRefetch } from "@/components/live/use-refetch";

const EVERYTHING = ["delivery", "run"] as const;

/** Keeps the screen it stands on current: draws it again, on the server, whenever something happens. */
export function LiveRefresh({ kinds = EVERYTHING }: { kinds?: readonly LiveKind[] }) {
  const router = useRouter();
  const refetch = useRefetch(async () => router.refresh());
  useLive(kinds, refetch);
  return null;
}
