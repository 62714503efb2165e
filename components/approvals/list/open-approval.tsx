"use client";

import { UserCheck } from "lucide-react";
import Link from "next/link";
import { DecisionForm } from "@/components/approvals/decision-form";
import { Question } from "@/components/approvals/question";
import { WhoDecides } from "@/components/approvals/who-decides";
import { ExactTime } from "@/components/log/time/exact-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { ShareBar } from "@/components/ui/share-bar";
import type { Approval } from "@/lib/domain/runs/approval";

/** When less than this is left of the time to decide, in ms, and less than a quarter of it all, that is said louder. */
const URGENT_MS = 3_600_000;

type OpenApprovalProps = {
  approval: Approval;
  nowMs: number;
  isNew: boolean;
  mayDecide: boolean;
  onDecided: () => void;
};

/** A question that a run waits with: who asks, what, since when and until when, and the two answers. */
export function OpenApproval({ approval, nowMs, isNew, mayDecide, onDecided }: OpenApprovalProps) {
  const { id, runId, nodeId, workflowName, question, askedAt } = approval;
  return (
    <li className={`panel flex flex-col gap-4 p-4 sm:p-5 ${isNew ? "animate-arrive" : ""}`}>
      <div className="flex gap-3.5">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-xl bg-wait-soft text-wait">
          <UserCheck className="size-4.5" />
        </span>
        <div className="flex min-w-0 flex-1 flex-col gap-1.5">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 text-sm">
            <Link href={`/runs/${runId}?step=${encodeURIComponent(nodeId)}`} data-row={id} className="text-link">
              {workflowName}
              <span className="sr-only">: open the run</span>
            </Link>
            <span className="text-muted text-xs">
              Asked <RelativeTime at={askedAt} />
            </span>
          </p>
          <Question text={question} />
        </div>
      </div>
      <TimeLeft approval={approval} nowMs={nowMs} />
      {mayDecide ? <DecisionForm approvalId={id} question={question} onDecided={onDecided} /> : <WhoDecides />}
    </li>
  );
}

function TimeLeft({ approval: { askedAt, expiresAt }, nowMs }: { approval: Approval; nowMs: number }) {
  const [fromMs, toMs] = [Date.parse(askedAt), Date.parse(expiresAt)];
  const isUrgent = toMs - nowMs < Math.min(URGENT_MS, (toMs - fromMs) / 4);
  return (
    <div className="flex flex-col gap-1.5">
      <ShareBar share={(nowMs - fromMs) / (toMs - fromMs)} tone={isUrgent ? "bad" : "quiet"} />
      <p className={`text-xs ${isUrgent ? "font-medium text-bad" : "text-muted"}`}>
        Closes <RelativeTime at={expiresAt} />, <ExactTime at={expiresAt} detail="date" />. Then the run goes on by
        “Nobody decided”.
      </p>
    </div>
  );
}
