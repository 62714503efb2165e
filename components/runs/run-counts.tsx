import Link from "next/link";
import { STATUSES } from "@/components/ui/status-chip";
import type { RunStatus } from "@/lib/domain/runs/run";

/** What is counted, in the order of the bar. What waits is under way, too. */
const PARTS = [
  { status: "done", fill: "bg-good" },
  { status: "failed", fill: "bg-bad" },
  { status: "filtered", fill: "bg-quiet" },
  { status: "cancelled", fill: "bg-quiet/50" },
  { status: "running", fill: "bg-busy" },
  { status: "queued", fill: "bg-surface-tertiary" },
] as const satisfies { status: RunStatus; fill: string }[];

type Counts = Record<(typeof PARTS)[number]["status"], number>;

type RunCountsProps = {
  counts: Counts;
  /** The runs in one status, in the log. */
  hrefOf: (status: RunStatus) => string;
};

/** Many runs as one bar, by how they stand, and in numbers. */
export function RunCounts({ counts, hrefOf }: RunCountsProps) {
  const total = PARTS.reduce((sum, { status }) => sum + counts[status], 0);
  const ended = total - counts.running - counts.queued;
  return (
    <div className="flex flex-col gap-4">
      <div
        role="progressbar"
        aria-label="Runs that have ended"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={ended}
        aria-valuetext={`${ended} of ${total}`}
        className="flex h-3 overflow-hidden rounded-full bg-surface-tertiary"
      >
        {PARTS.map(({ status, fill }) => (
          <span
            key={status}
            className={`transition-[width] motion-reduce:transition-none ${fill}`}
            style={{ width: `${(100 * counts[status]) / total}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {PARTS.filter(({ status }) => counts[status] > 0).map(({ status, fill }) => {
          const { icon: Icon, word } = STATUSES[status];
          return (
            <li key={status}>
              <Link href={hrefOf(status)} className="flex items-center gap-2 rounded-md hover:underline">
                <span aria-hidden className={`size-2.5 rounded-full ${fill}`} />
                <Icon aria-hidden className="size-4 text-muted" strokeWidth={2} />
                <span className="font-semibold tabular-nums">{counts[status].toLocaleString("en")}</span>
                <span className="text-muted">{word}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
