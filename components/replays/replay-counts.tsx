import Link from "next/link";
import { STATUSES } from "@/components/ui/status-chip";
import type { ReplayProgress } from "@/lib/domain/runs/recovery";

/** What a replay counts, in the order of the bar, with the status of runs that each stands for. */
const PARTS = [
  { key: "done", status: "done", fill: "bg-good" },
  { key: "failed", status: "failed", fill: "bg-bad" },
  { key: "filtered", status: "filtered", fill: "bg-quiet" },
  { key: "cancelled", status: "cancelled", fill: "bg-quiet/50" },
  { key: "running", status: "running", fill: "bg-busy" },
  { key: "waiting", status: "queued", fill: "bg-surface-tertiary" },
] as const;

/** A replay's runs as one bar, by how they stand, and in numbers. */
export function ReplayCounts({ replay }: { replay: ReplayProgress }) {
  const { id, total, waiting, running } = replay;
  const ended = total - waiting - running;
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
        {PARTS.map(({ key, fill }) => (
          <span
            key={key}
            className={`transition-[width] motion-reduce:transition-none ${fill}`}
            style={{ width: `${(100 * replay[key]) / total}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {PARTS.filter(({ key }) => replay[key] > 0).map(({ key, status, fill }) => {
          const { icon: Icon, word } = STATUSES[status];
          return (
            <li key={key}>
              <Link
                href={`/runs?replay=${id}&status=${status}`}
                className="flex items-center gap-2 rounded-md hover:underline"
              >
                <span aria-hidden className={`size-2.5 rounded-full ${fill}`} />
                <Icon aria-hidden className="size-4 text-muted" strokeWidth={2} />
                <span className="font-semibold tabular-nums">{replay[key].toLocaleString("en")}</span>
                <span className="text-muted">{word}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
