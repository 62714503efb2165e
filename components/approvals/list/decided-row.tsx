import Link from "next/link";
import { LOG_ROW, LOG_ROW_LINK } from "@/components/log/log-row";
import { Moment } from "@/components/log/time/moment";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Status, StatusChip } from "@/components/ui/status-chip";
import type { Approval, ApprovalStatus } from "@/lib/domain/runs/approval";

/** The columns, for the head and for each row. Below `lg` a row is a card. */
export const DECIDED_COLUMNS = "lg:grid-cols-[7rem_9rem_minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)]";

const CHIPS: Record<ApprovalStatus, Status> = {
  open: "waiting",
  approved: "approved",
  rejected: "declined",
  expired: "expired",
};

/** A question that was answered, or that nobody answered in time. The whole row leads to its run. */
export function DecidedRow({ approval, isNew }: { approval: Approval; isNew: boolean }) {
  const { id, runId, nodeId, workflowName, question, status, askedAt, note } = approval;
  return (
    <tr className={`${LOG_ROW} ${DECIDED_COLUMNS} ${isNew ? "animate-arrive" : ""}`}>
      <td className="order-2 justify-self-end lg:order-none lg:justify-self-start">
        <Moment at={askedAt} />
      </td>
      <td className="order-1 lg:order-none">
        <StatusChip status={CHIPS[status]} />
      </td>
      <td className="order-3 col-span-2 min-w-0 lg:order-none lg:col-span-1">
        <Link
          href={`/runs/${runId}?step=${encodeURIComponent(nodeId)}`}
          data-row={id}
          prefetch={false}
          className={LOG_ROW_LINK}
        >
          {question}
        </Link>
        <span className="block truncate text-muted text-xs">{workflowName}</span>
      </td>
      <td className="order-4 col-span-2 min-w-0 text-muted lg:order-none lg:col-span-1">
        <DecidedBy approval={approval} />
      </td>
      <td className="order-5 col-span-2 min-w-0 empty:hidden lg:order-none lg:col-span-1 lg:empty:block">
        {note === "" ? null : <q className="wrap-anywhere line-clamp-2">{note}</q>}
      </td>
    </tr>
  );
}

function DecidedBy({ approval: { by, decidedAt } }: { approval: Approval }) {
  if (decidedAt === null) return "Nobody in time, or its run was over";
  return (
    <>
      <span className="text-foreground">{by ?? "Whoever had the link"}</span>, <RelativeTime at={decidedAt} />
    </>
  );
}
