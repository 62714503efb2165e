import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusChip } from "@/components/ui/status-chip";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";

type DeliveryLineProps = {
  delivery: Pick<DeliverySummary, "id" | "verdict" | "eventType" | "endpointName" | "receivedAt" | "method">;
  /** Leaves out whose it is, where that is clear. */
  isOfThisEndpoint?: boolean;
};

/** A delivery in one line: its verdict, what it was, and when. */
export function DeliveryLine({ delivery, isOfThisEndpoint = false }: DeliveryLineProps) {
  return (
    <li>
      <Link
        href={`/deliveries/${delivery.id}`}
        className="flex min-w-0 items-center gap-3 px-4 py-2.5 text-sm hover:bg-surface-secondary focus-visible:-outline-offset-2 sm:px-5"
      >
        <span className="flex w-24 shrink-0">
          <StatusChip status={delivery.verdict} />
        </span>
        <span className="min-w-0 flex-1 truncate">
          {delivery.eventType ? (
            <span className="font-mono text-[0.8125rem]">{delivery.eventType}</span>
          ) : (
            <span className="text-muted">{delivery.method} without an event type</span>
          )}
          {isOfThisEndpoint ? null : <span className="text-muted"> · {delivery.endpointName}</span>}
        </span>
        <RelativeTime at={delivery.receivedAt} className="shrink-0 text-muted text-xs" />
      </Link>
    </li>
  );
}
