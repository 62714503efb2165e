import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { ExactTime } from "@/components/log/time/exact-time";
import { CauseLabel } from "@/components/runs/origin/cause-label";
import { Section } from "@/components/ui/section";
import { StatusChip } from "@/components/ui/status-chip";
import { timeOfId } from "@/lib/domain/ids";
import type { RunSummary } from "@/lib/domain/runs/run";

/** What each workflow made of a delivery, with every time that it was tried again or run once more. */
export function DeliveryRuns({ runs, isAccepted }: { runs: RunSummary[]; isAccepted: boolean }) {
  const superseded = new Set(runs.map(({ retryOf }) => retryOf));
  return (
    <Section title="Runs" isFlush>
      {runs.length === 0 ? (
        <p className="px-4 pb-4 text-muted text-sm sm:px-5 sm:pb-5">
          {isAccepted ? "No published workflow starts with this endpoint." : "None: only what is accepted runs."}
        </p>
      ) : (
        <ul className="divide-y divide-separator border-separator border-t">
          {runs.toSorted(begunFirst).map((run) => (
            <li key={run.id}>
              <Link
                href={`/runs/${run.id}`}
                className="group flex items-center gap-3 px-4 py-3 hover:bg-surface-secondary focus-visible:-outline-offset-2 sm:px-5"
              >
                <span className="flex min-w-0 flex-1 flex-col gap-1">
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <span className="truncate font-medium text-sm">{run.workflowName}</span>
                    <StatusChip status={run.status} />
                  </span>
                  <span className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
                    {run.cause === "delivery" ? null : <CauseLabel cause={run.cause} />}
                    <ExactTime at={new Date(timeOfId(run.id)).toISOString()} />
                    {superseded.has(run.id) ? <span>· tried again since</span> : null}
                  </span>
                  {run.error ? <span className="wrap-anywhere text-muted text-sm">{run.error}</span> : null}
                </span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted group-hover:text-foreground" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Workflows that did not want the delivery come last. */
function begunFirst(one: RunSummary, other: RunSummary): number {
  return Number(one.status === "filtered") - Number(other.status === "filtered");
}
