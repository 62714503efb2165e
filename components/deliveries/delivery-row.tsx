import Link from "next/link";
import { LOG_ROW, LOG_ROW_LINK } from "@/components/log/log-row";
import { Moment } from "@/components/log/time/moment";
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
    <tr className={`${LOG_ROW} ${DELIVERY_COLUMNS} ${isNew ? "animate-arrive" : ""}`}>
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
          className={`${LOG_ROW_LINK} ${eventType ? "" : "text-muted"}`}
        >
          {eventType ?? "No event type"}
        </Link>
        <span className="block truncate font-mono text-muted text-xs" title={eventId ?? id}>
          {eventId ?? id}
        </span>
      </td>
      <td className="order-5 flex min-w-0 items-baseline gap-x-2 lg:order-none lg:block">
        <span className="truncate lg:block">{endpointName}</span>
        <span className="shrink-0 text-muted text-xs tabular-nums lg:block">
          <span className="font-mono">{method}</span> · {bytesText(bodyBytes)}
        </span>
      </td>
      <td className="order-4 col-span-2 min-w-0 lg:order-none lg:col-span-1">
        <Outcome delivery={delivery} />
      </td>
      <td className="order-6 flex items-baseline gap-2 justify-self-end text-muted text-xs tabular-nums lg:order-none lg:block lg:text-right">
        <span className="sr-only">Answered </span>
        <span className={`font-medium font-mono text-sm lg:block ${status < 400 ? "text-foreground" : "text-bad"}`}>
          {status}
        </span>
        <span>{durationText(durationMs)}</span>
      </td>
    </tr>
  );
}

/** What came of it: its runs, or why there are none. Workflows that did not want it matter only when no other did. */
function Outcome({ delivery: { verdict, reason, runs } }: { delivery: DeliverySummary }) {
  if (verdict === "rejected") return <span className="text-bad">{shortReason(reason)}</span>;
  if (runs.length === 0) {
    return <span className="text-muted">{verdict === "accepted" ? "No workflow listens" : "No run"}</span>;
  }
  const begun = runs.filter((run) => run.status !== "filtered");
  if (begun.length === 0) {
    return (
      <span className="flex items-center gap-2 text-muted">
        <StatusChip status="filtered" isCompact />
        <span className="truncate">{runs.length === 1 ? runs[0]?.workflowName : `by ${runs.length} workflows`}</span>
      </span>
    );
  }
  return (
    <ul className="flex flex-col gap-1">
      {begun.toSorted(byName).map((run) => (
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

type ListedRun = DeliverySummary["runs"][number];

function byName(one: ListedRun, other: ListedRun): number {
  return one.workflowName.localeCompare(other.workflowName, "en");
}
