import Link from "next/link";
import { ExactTime } from "@/components/log/time/exact-time";
import { CopyButton } from "@/components/ui/copy-button";
import { type Status, StatusChip } from "@/components/ui/status-chip";
import { type Id, timeOfId } from "@/lib/domain/ids";
import type { EffectState, LedgerEntry } from "@/lib/domain/runs/recovery";

const STATES: Record<EffectState, { status: Status; words: string }> = {
  confirmed: { status: "confirmed", words: "The receiver said that it is done." },
  unknown: { status: "unknown", words: "Sent, no answer seen." },
  sent: { status: "sent", words: "Sent, and the answer is awaited." },
  failed: { status: "refused", words: "Refused, or it never arrived." },
};

type LedgerLineProps = { effect: LedgerEntry; label: string; runId: Id<"run"> };

/** One thing that was or should have been done outside. */
export function LedgerLine({ effect, label, runId }: LedgerLineProps) {
  const { key, state, attempts, runs, method, url, lastAt } = effect;
  const { status, words } = STATES[state];
  const others = runs.filter((id) => id !== runId).toSorted();
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-4 py-3 text-sm sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:px-5">
      <span>
        <StatusChip status={status} />
      </span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="wrap-anywhere">
          <span className="font-medium">{label}</span> <span className="text-muted">{words}</span>
        </p>
        <p className="wrap-anywhere font-mono text-[0.8125rem] text-muted">
          <span className="font-semibold">{method}</span> {url}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
          <span>
            {attempts === 1 ? "One attempt" : `${attempts} attempts`}, the last at <ExactTime at={lastAt} />
          </span>
          {others.length > 0 ? (
            <span>
              {runs.includes(runId) ? "in this run and in " : "in "}
              {others.map((id, index) => (
                <span key={id}>
                  {index > 0 ? ", " : ""}
                  <Link href={`/runs/${id}`} className="text-link hover:underline">
                    the one of <ExactTime at={new Date(timeOfId(id)).toISOString()} />
                  </Link>
                </span>
              ))}
            </span>
          ) : null}
        </p>
        <p className="-my-1 flex items-center gap-1 text-muted text-xs">
          <span>Key</span> <code className="wrap-anywhere font-mono">{key}</code>
          <CopyButton value={key} label={`Copy the Idempotency-Key of ${label}`} />
        </p>
      </div>
    </li>
  );
}
