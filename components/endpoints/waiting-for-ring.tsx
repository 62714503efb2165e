"use client";

import { ArrowRight } from "lucide-react";
import { useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useLive } from "@/components/live/use-live";
import { LinkButton } from "@/components/ui/link-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusChip } from "@/components/ui/status-chip";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Page } from "@/lib/domain/page";

const DELIVERY = ["delivery"] as const;

type WaitingForRingProps = { endpointId: string; onFirstRing?: () => void };

/** Waits, visibly, for somebody to ring; then shows who did. */
export function WaitingForRing({ endpointId, onFirstRing }: WaitingForRingProps) {
  const [delivery, setDelivery] = useState<DeliverySummary>();

  async function look() {
    const answer = await callApi<Page<DeliverySummary>>("GET", `/api/v1/deliveries?endpoint=${endpointId}&limit=1`);
    const newest = answer.ok ? answer.value.items[0] : undefined;
    if (!newest) return;
    setDelivery(newest);
    onFirstRing?.();
  }

  useLive(DELIVERY, (event) => {
    if (event.kind !== "delivery" || event.endpointId === endpointId) void look();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody may have rung before the stream was open; look once.
  useEffect(() => void look(), [endpointId]);

  return (
    <div aria-live="polite" className="panel px-4 py-4 sm:px-5">
      {delivery ? <Rung delivery={delivery} /> : <Waiting />}
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex items-center gap-4">
      <span aria-hidden className="relative grid size-10 shrink-0 place-items-center">
        <span className="absolute size-5 animate-ripple rounded-full border-2 border-brass" />
        <span className="size-4 rounded-full bg-brass" />
      </span>
      <div className="flex flex-col">
        <p className="font-semibold">Waiting for the first ring…</p>
        <p className="text-muted text-sm">It appears here by itself, also when it is refused.</p>
      </div>
    </div>
  );
}

function Rung({ delivery }: { delivery: DeliverySummary }) {
  return (
    <div key={delivery.id} className="flex animate-arrive flex-wrap items-center gap-x-4 gap-y-3">
      <span aria-hidden className="grid size-10 shrink-0 animate-ring place-items-center rounded-full bg-accent-soft">
        <span className="size-4 rounded-full bg-brass" />
      </span>
      <div className="flex min-w-0 flex-1 basis-52 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          Somebody rang <StatusChip status={delivery.verdict} />
        </p>
        <p className="text-muted text-sm">
          {delivery.eventType ? <span className="font-mono">{delivery.eventType}</span> : "No event type"} · answered{" "}
          {delivery.status} · <RelativeTime at={delivery.receivedAt} />
        </p>
      </div>
      <LinkButton href={`/deliveries/${delivery.id}`} variant="outline" size="sm">
        Open the delivery
        <ArrowRight aria-hidden />
      </LinkButton>
    </div>
  );
}
