import { PlaySquare } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { StatusChip } from "@/components/ui/status-chip";
import type { RunSummary } from "@/lib/domain/runs/run";

/** The newest runs. */
export function RecentRuns({ runs }: { runs: RunSummary[] }) {
  return (
    <Section
      title="Latest runs"
      isFlush
      actions={
        <LinkButton href="/runs" variant="ghost" size="sm">
          All runs
        </LinkButton>
      }
    >
      {runs.length === 0 ? (
        <EmptyState
          icon={PlaySquare}
          title="Nothing has run yet"
          actions={
            <LinkButton href="/workflows" size="sm" variant="outline">
              See your workflows
            </LinkButton>
          }
        >
          A published workflow runs each time its endpoint is rung.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-separator border-t">
          {runs.map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RunLine({ run }: { run: RunSummary }) {
  return (
    <li>
      <Link
        href={`/runs/${run.id}`}
        className="flex min-w-0 items-center gap-3 px-4 py-2.5 text-sm hover:bg-surface-secondary focus-visible:-outline-offset-2 sm:px-5"
      >
        <span className="flex w-24 shrink-0">
          <StatusChip status={run.status} />
        </span>
        <span className="min-w-0 flex-1 truncate">
          {run.workflowName}
          {run.error ? <span className="text-muted"> · {run.error}</span> : null}
        </span>
        {run.startedAt ? <RelativeTime at={run.startedAt} className="shrink-0 text-muted text-xs" /> : null}
      </Link>
    </li>
  );
}
