import Link from "next/link";
import { Moment } from "@/components/log/moment";
import { bytesText } from "@/components/ui/bytes-text";
import { durationText } from "@/components/ui/duration-text";
import { StatusChip } from "@/components/ui/status-chip";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import { shortReason } from "@/lib/domain/deliveries/explain";

/** The columns, for the head and for each row. Below `lg` a row is a card. */
export const DELIVERY_COLUMNS = "lg:grid-cols-[7rem_7.25rem_minmax(0,1.35fr)_minmax(0,1fr)_minmax(0,1.2fr)_5rem]";

/** A delivery in the log. The whole row is its link; runs have their own. */
export function DeliveryRow({ delivery, isNew }: { delivery: DeliverySummary; isNew: boolean }) {
  const { id, receivedAt, verdict, eventType, eventId, method, endpointName, bodyBytes, status, durationMs } = delivery;
  return (
    <tr
      className={`relative grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 px-4 py-3 text-sm hover:bg-surface-secondary has-[a[data-row]:focus-visible]:bg-accent-soft lg:px-5 lg:py-2.5 ${DELIVERY_COLUMNS} ${isNew ? "animate-arrive" : ""}`}
    >
      <td className="order-2 justify-self-end lg:order-none lg:justify-self-start">
        <Moment at={receivedAt} />
      </td>
      <td className="order-1 lg:order-none">
        <StatusChip status={verdict} />
      </td>
      <td className="order-3 col-span-2 min-w-0 lg:order-none lg:col-span-1">
        <Link
          href={`/deliveries/${id}`}
          data-row={id}
          prefetch={false}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {eventType ?? "No event type"}
        </Link>
        <span className="block truncate font-mono text-muted text-xs" title={eventId ?? id}>
          {eventId ?? id}
        </span>
      </td>
      <td className="order-5 col-span-2 flex min-w-0 flex-wrap gap-x-2 lg:order-none lg:col-span-1 lg:block">
        <span className="truncate lg:block">{endpointName}</span>
        <span className="text-muted text-xs tabular-nums lg:block">
          <span className="font-mono">{method}</span> · {bytesText(bodyBytes)}
        </span>
      </td>
      <td className="order-4 col-span-2 min-w-0 lg:order-none lg:col-span-1">
        <Outcome delivery={delivery} />
      </td>
      <td className="order-6 col-span-2 flex gap-2 text-muted text-xs tabular-nums lg:order-none lg:col-span-1 lg:block lg:text-right">
        <span className={`font-medium font-mono lg:block lg:text-sm ${status < 400 ? "text-foreground" : "text-bad"}`}>
          <span className="lg:sr-only">Answered </span>
          {status}
        </span>
        <span>{durationText(durationMs)}</span>
      </td>
    </tr>
  );
}

/** What came of it: its runs, or why there are none. */
function Outcome({ delivery: { verdict, reason, runs } }: { delivery: DeliverySummary }) {
  if (verdict === "rejected") return <span className="text-bad">{shortReason(reason)}</span>;
  if (runs.length === 0)
    return <span className="text-muted">{verdict === "accepted" ? "No workflow listens" : "No run"}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {runs.map((run) => (
        <li key={run.id} className="min-w-0">
          <Link
            href={`/runs/${run.id}`}
            prefetch={false}
            className="relative z-10 flex w-fit max-w-full items-center gap-2 rounded-md hover:text-link hover:underline"
          >
            <StatusChip status={run.status} isCompact />
            <span className="truncate">{run.workflowName}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
