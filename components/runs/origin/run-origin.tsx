import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { ExactTime } from "@/components/log/time/exact-time";
import { CAUSES } from "@/components/runs/origin/cause-label";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusChip } from "@/components/ui/status-chip";
import { timeOfId } from "@/lib/domain/ids";
import { type OriginLink, originOf } from "@/lib/domain/runs/origin";
import type { Run, RunSummary } from "@/lib/domain/runs/run";

const PLACES: Record<OriginLink["to"], string> = { delivery: "/deliveries", run: "/runs", replay: "/replays" };

type RunOriginProps = {
  run: Run;
  /** The runs that have tried it again, newest first. */
  retries: readonly RunSummary[];
};

/** What began a run, and what has been tried again of it since. */
export function RunOrigin({ run, retries }: RunOriginProps) {
  const { words, dueAt, links } = originOf(run);
  const Icon = CAUSES[run.cause].icon;
  return (
    <section aria-label="Where it came from" className="flex flex-col gap-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <p>
          {words}
          {dueAt ? (
            <span className="text-muted">
              {" "}
              It was due at <ExactTime at={dueAt} />.
            </span>
          ) : null}
        </p>
        {links.map(({ to, id, words: label }) => (
          <Link key={id} href={`${PLACES[to]}/${id}`} className="text-link hover:underline">
            {label}
          </Link>
        ))}
      </div>
      {retries.map((retry) => (
        <div key={retry.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <RotateCcw aria-hidden className="size-4 shrink-0 text-muted" />
          <p>
            Tried again <RelativeTime at={new Date(timeOfId(retry.id)).toISOString()} />
            {retry.version === run.version ? "." : `, with version ${retry.version}.`}
          </p>
          <StatusChip status={retry.status} />
          <Link href={`/runs/${retry.id}`} className="text-link hover:underline">
            Open that run
          </Link>
        </div>
      ))}
    </section>
  );
}
