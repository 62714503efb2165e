import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  info: { icon: Info, className: "border-busy/25 bg-busy-soft/60 text-busy" },
  good: { icon: CircleCheck, className: "border-good/25 bg-good-soft/60 text-good" },
  warn: { icon: TriangleAlert, className: "border-warn/25 bg-warn-soft/60 text-warn" },
  bad: { icon: CircleAlert, className: "border-bad/25 bg-bad-soft/60 text-bad" },
} as const;

type NoticeProps = {
  tone?: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  isAlert?: boolean;
};

/** A remark that stays: a warning beside a choice, what went wrong with a form. `isAlert` reads it out when it appears. */
export function Notice({ tone = "info", title, children, actions, isAlert = false }: NoticeProps) {
  const { icon: Icon, className } = TONES[tone];
  return (
    <div
      {...(isAlert ? { role: "alert" } : {})}
      className={`flex items-start gap-3 rounded-xl border px-3.5 py-3 text-sm ${className}`}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="wrap-anywhere text-pretty text-foreground">{children}</div> : null}
        {actions ? <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
