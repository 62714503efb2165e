import { durationText } from "@/components/ui/duration-text";
import { STATUSES } from "@/components/ui/status-chip";
import type { TimelineBar } from "@/lib/domain/runs/timeline";

const COLOURS = {
  good: "bg-good",
  bad: "bg-bad",
  busy: "bg-busy",
  wait: "bg-wait",
  quiet: "bg-quiet",
  warn: "bg-warn",
} as const;

/** A step's time as bars, of the whole run's length. Short ones stay wide enough to be seen. */
export function StepBars({ bars, lengthMs }: { bars: readonly TimelineBar[]; lengthMs: number }) {
  return (
    <span aria-hidden className="relative block h-4 rounded-md bg-surface-secondary">
      {bars.map((bar) => (
        <span
          key={`${bar.kind}-${bar.fromMs}`}
          title={titleOf(bar)}
          className={`absolute ${bar.kind === "pause" ? "top-[0.4375rem] h-0.5 rounded-full bg-wait opacity-60" : `top-0.5 h-3 min-w-1 rounded-sm ${colourOf(bar)}`}`}
          style={{
            left: `min(${(100 * bar.fromMs) / lengthMs}%, 100% - 0.25rem)`,
            width: `${(100 * bar.lengthMs) / lengthMs}%`,
          }}
        />
      ))}
    </span>
  );
}

function colourOf(bar: Exclude<TimelineBar, { kind: "pause" }>): string {
  return COLOURS[STATUSES[bar.status].tone];
}

function titleOf(bar: TimelineBar): string {
  const length = durationText(bar.lengthMs);
  if (bar.kind === "pause") return `Pause before the next attempt: ${length}`;
  const { word } = STATUSES[bar.status];
  return bar.kind === "attempt" ? `Attempt ${bar.n}: ${word}, ${length}` : `${word}, ${length}`;
}
