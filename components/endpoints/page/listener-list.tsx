import Link from "next/link";
import { DrawButton } from "@/components/endpoints/draw-button";
import { StatusChip } from "@/components/ui/status-chip";
import type { Listener } from "@/lib/domain/endpoints/listener";

type ListenerListProps = { listeners: Listener[]; endpoint: { id: string; name: string } };

/** The workflows that an endpoint rings. */
export function ListenerList({ listeners, endpoint }: ListenerListProps) {
  if (listeners.length === 0) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-pretty text-muted text-sm">None yet. What arrives is kept, and nothing follows from it.</p>
        <DrawButton endpoint={endpoint} variant="outline" />
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="flex w-full flex-col gap-2.5">
        {listeners.map(({ workflowId, name, status, eventTypes }) => (
          <li key={workflowId} className="flex items-start justify-between gap-3">
            <div className="flex min-w-0 flex-col">
              <Link
                href={`/workflows/${workflowId}`}
                className="truncate rounded-sm font-medium text-sm hover:underline"
              >
                {name}
              </Link>
              <span className="wrap-anywhere text-muted text-xs">
                {eventTypes.length > 0 ? <span className="font-mono">{eventTypes.join(", ")}</span> : "Every event"}
              </span>
            </div>
            <StatusChip status={status} />
          </li>
        ))}
      </ul>
      <DrawButton endpoint={endpoint} variant="outline" />
    </div>
  );
}
