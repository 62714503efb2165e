import type { ReactNode } from "react";
import { STATUSES, type Status } from "@/components/ui/status-chip";

const TONES = {
  good: "border-good/25 bg-good-soft/60 text-good",
  bad: "border-bad/25 bg-bad-soft/60 text-bad",
  busy: "border-busy/25 bg-busy-soft/60 text-busy",
  wait: "border-wait/25 bg-wait-soft/60 text-wait",
  quiet: "border-quiet/25 bg-quiet-soft/60 text-quiet",
  note: "border-note/25 bg-note-soft/60 text-note",
  warn: "border-warn/25 bg-warn-soft/60 text-warn",
} as const;

type StatusBannerProps = { status: Status; headline: string; hint: string; actions?: ReactNode; children?: ReactNode };

/** What happened, in one sentence that cannot be missed, and what to do about it. */
export function StatusBanner({ status, headline, hint, actions, children }: StatusBannerProps) {
  const { icon: Icon, tone } = STATUSES[status];
  return (
    <div className={`flex items-start gap-3.5 rounded-2xl border px-4 py-4 sm:px-5 ${TONES[tone]}`}>
      <Icon aria-hidden className="mt-0.5 size-5.5 shrink-0" strokeWidth={2} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="wrap-anywhere text-pretty font-semibold text-[1.0625rem] leading-snug">{headline}</p>
        {hint ? <p className="wrap-anywhere max-w-3xl text-pretty text-foreground text-sm">{hint}</p> : null}
        {children}
        {actions ? <div className="mt-2 flex flex-wrap gap-2 empty:hidden">{actions}</div> : null}
      </div>
    </div>
  );
}
