import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { STATUSES, StatusChip } from "@/components/ui/status-chip";
import { WorkflowMenu } from "@/components/workflows/workflow-menu";
import type { RunSummary } from "@/lib/domain/runs/run";
import type { WorkflowSummary } from "@/lib/domain/workflow/workflow";

const TONES = {
  good: "bg-good",
  bad: "bg-bad",
  busy: "bg-busy",
  wait: "bg-wait",
  quiet: "bg-quiet",
  note: "bg-note",
  warn: "bg-warn",
};

type WorkflowRowProps = { workflow: WorkflowSummary; runs: readonly RunSummary[] };

/** A workflow in the list: how it is, what runs, and how it went lately. */
export function WorkflowRow({ workflow, runs }: WorkflowRowProps) {
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 px-4 py-3.5 hover:bg-surface-secondary sm:px-5 md:grid-cols-[minmax(0,1fr)_6rem_9rem_7rem_2.25rem]">
      <div className="flex min-w-0 flex-col">
        {/* The name's link fills the row; the menu stays above it. */}
        <Link
          href={`/workflows/${workflow.id}`}
          className="truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
        >
          {workflow.name}
        </Link>
        <span className="truncate text-muted text-sm">{versionWords(workflow)}</span>
      </div>
      <span className="max-md:order-3">
        <StatusChip status={workflow.publishedVersion === null ? "draft" : workflow.status} />
      </span>
      <LastRuns runs={runs} />
      <RelativeTime at={workflow.updatedAt} className="text-muted text-sm max-md:hidden" />
      <span className="relative z-10 justify-self-end max-md:order-2">
        <WorkflowMenu workflow={workflow} />
      </span>
    </li>
  );
}

function versionWords({ publishedVersion, hasUnpublishedChanges }: WorkflowSummary): string {
  if (publishedVersion === null) return "Not published yet";
  return `Version ${publishedVersion}${hasUnpublishedChanges ? " · unpublished changes" : ""}`;
}

/** The last few runs as dots, the latest at the right, and how the latest went. */
function LastRuns({ runs }: { runs: readonly RunSummary[] }) {
  const [latest] = runs;
  if (!latest) return <span className="text-muted text-sm max-md:order-4 max-md:justify-self-end">No runs yet</span>;
  return (
    <span className="flex items-center gap-2 max-md:order-4 max-md:justify-self-end">
      <span aria-hidden className="flex items-center gap-1">
        {runs.toReversed().map((run) => (
          <span
            key={run.id}
            title={STATUSES[run.status].word}
            className={`h-4 w-1.5 rounded-full ${TONES[STATUSES[run.status].tone]}`}
          />
        ))}
      </span>
      <StatusChip status={latest.status} isCompact />
    </span>
  );
}
