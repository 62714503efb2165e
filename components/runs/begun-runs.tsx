import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { RunCounts } from "@/components/runs/run-counts";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { StatusChip } from "@/components/ui/status-chip";
import type { Page } from "@/lib/domain/page";
import type { RunStatus, RunSummary } from "@/lib/domain/runs/run";

type BegunRunsProps = { runs: Page<RunSummary>; parentId: string };

/** The runs that a run began and waits or waited for: those that failed first, then in the order of their items. */
export function BegunRuns({ runs, parentId }: BegunRunsProps) {
  return (
    <Section
      title="Runs that it began"
      description="What they did stands with each of them."
      isFlush
      actions={
        runs.next === null ? null : (
          <LinkButton href={`/runs?parent=${parentId}`} variant="ghost" size="sm">
            All of them
          </LinkButton>
        )
      }
    >
      {runs.items.length > 1 && runs.next === null ? (
        <div className="px-4 pb-4 sm:px-5">
          <RunCounts counts={countsOf(runs.items)} hrefOf={(status) => `/runs?parent=${parentId}&status=${status}`} />
        </div>
      ) : null}
      <ul className="max-h-96 divide-y divide-separator overflow-y-auto border-separator border-t">
        {runs.items.toSorted(failedFirst).map((run) => (
          <li key={run.id}>
            <Link
              href={`/runs/${run.id}`}
              prefetch={false}
              className="group flex items-center gap-3 px-4 py-2.5 text-sm hover:bg-surface-secondary focus-visible:-outline-offset-2 sm:px-5"
            >
              <span className="w-24 shrink-0">
                <StatusChip status={run.status} />
              </span>
              <span className="min-w-0 flex-1 truncate">
                <span className="font-medium">
                  {run.loopItem === null ? run.workflowName : `Item ${run.loopItem + 1}`}
                </span>
                {run.error ? <span className="text-muted"> · {run.error}</span> : null}
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted group-hover:text-foreground" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function countsOf(runs: readonly RunSummary[]) {
  const count = (...statuses: RunStatus[]) => runs.filter(({ status }) => statuses.includes(status)).length;
  return {
    done: count("done"),
    failed: count("failed"),
    filtered: count("filtered"),
    cancelled: count("cancelled"),
    running: count("running", "waiting"),
    queued: count("queued"),
  };
}

function failedFirst(one: RunSummary, other: RunSummary): number {
  return (
    Number(other.status === "failed") - Number(one.status === "failed") || (one.loopItem ?? 0) - (other.loopItem ?? 0)
  );
}
