import type { ReactNode } from "react";
import { STATUSES, type Status } from "@/components/ui/status-chip";

const TONES = {
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  busy: "bg-busy-soft text-busy",
  wait: "bg-wait-soft text-wait",
  quiet: "bg-quiet-soft text-quiet",
  note: "bg-note-soft text-note",
  warn: "bg-warn-soft text-warn",
} as const;

type StatusBannerProps = { status: Status; headline: string; hint: string; actions?: ReactNode; children?: ReactNode };

/** What happened, in one sentence that cannot be missed, and what to do about it. */
export function StatusBanner({ status, headline, hint, actions, children }: StatusBannerProps) {
  const { icon: Icon, tone } = STATUSES[status];
  return (
    <div className={`flex items-start gap-3.5 rounded-2xl px-4 py-4 sm:px-5 ${TONES[tone]}`}>
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
