import Link from "next/link";
import { EVENT_KINDS } from "@/components/security/event-kinds";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SecurityEvent } from "@/lib/domain/endpoints/security-event";

/** A security event: what, where, from whom, how often and when. */
export function EventRow({ event }: { event: SecurityEvent }) {
  const { name, icon: Icon, className } = EVENT_KINDS[event.kind];
  return (
    <li className="flex items-start gap-3.5 px-4 py-3.5 text-sm sm:px-5">
      <span aria-hidden className={`grid size-8 shrink-0 place-items-center rounded-lg ${className}`}>
        <Icon className="size-4" strokeWidth={2} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          {event.count > 1 ? (
            <span className="font-semibold text-muted text-xs tabular-nums">× {event.count.toLocaleString("en")}</span>
          ) : null}
          <code className="wrap-anywhere font-mono text-[0.8125rem]">{event.address}</code>
        </p>
        {event.detail ? <p className="wrap-anywhere text-pretty text-muted">{event.detail}</p> : null}
        <p className="flex flex-wrap gap-x-1.5 text-muted text-xs">
          <Link href={`/endpoints/${event.endpointId}`} className="text-link">
            {event.endpointName}
          </Link>
          <span aria-hidden>·</span>
          <RelativeTime at={event.at} />
        </p>
      </div>
      {event.kind === "new_address" ? null : (
        <Link
          href={`/deliveries?endpoint=${event.endpointId}&verdict=rejected`}
          className="text-link hidden shrink-0 text-sm sm:block"
        >
          In the log
          <span className="sr-only"> of {event.endpointName}</span>
        </Link>
      )}
    </li>
  );
}
