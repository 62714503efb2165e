import Link from "next/link";
import { LOG_ROW, LOG_ROW_LINK } from "@/components/log/log-row";
import { Moment } from "@/components/log/time/moment";
import { CauseLabel } from "@/components/runs/origin/cause-label";
import { durationText } from "@/components/ui/duration-text";
import { StatusChip } from "@/components/ui/status-chip";
import { timeOfId } from "@/lib/domain/ids";
import type { RunSummary } from "@/lib/domain/runs/run";

/** The columns, for the head and for each row. Below `lg` a row is a card. */
export const RUN_COLUMNS = "lg:grid-cols-[7rem_7rem_minmax(0,1fr)_minmax(0,1.7fr)_5rem_7.5rem]";

/** A run in the log. The whole row is its link; a delivery that began it has its own. */
export function RunRow({ run, isNew }: { run: RunSummary; isNew: boolean }) {
  const { id, workflowName, version, status, startedAt, endedAt, error, cause, deliveryId } = run;
  const tookMs = startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null;
  return (
    <tr className={`${LOG_ROW} ${RUN_COLUMNS} ${isNew ? "animate-arrive" : ""}`}>
      <td className="order-2 justify-self-end lg:order-none lg:justify-self-start">
        <Moment at={new Date(timeOfId(id)).toISOString()} />
      </td>
      <td className="order-1 lg:order-none">
        <StatusChip status={status} />
      </td>
      <td className="order-3 col-span-2 min-w-0 lg:order-none lg:col-span-1">
        <Link href={`/runs/${id}`} data-row={id} prefetch={false} className={LOG_ROW_LINK}>
          {workflowName}
        </Link>
        <span className="text-muted text-xs">Version {version}</span>
      </td>
      <td
        className={`order-4 col-span-2 min-w-0 lg:order-none lg:col-span-1 ${status === "failed" ? "text-bad" : "text-muted"}`}
      >
        <span className="wrap-anywhere line-clamp-2">{error}</span>
      </td>
      <td className="order-5 text-muted text-xs tabular-nums lg:order-none">
        {tookMs === null ? "" : durationText(tookMs)}
      </td>
      <td className="order-6 justify-self-end lg:order-none lg:justify-self-start">
        {deliveryId && cause !== "item" ? (
          <Link
            href={`/deliveries/${deliveryId}`}
            prefetch={false}
            className="relative z-10 rounded-md text-link hover:underline"
          >
            <CauseLabel cause={cause} />
            {cause === "delivery" ? null : <span className="sr-only">: open the delivery</span>}
          </Link>
        ) : (
          <CauseLabel cause={cause} />
        )}
      </td>
    </tr>
  );
}
