"use client";

import { cn } from "@heroui/react";
import { ExactTime } from "@/components/log/time/exact-time";
import { type OpenedRun, wasDoneBefore } from "@/components/runs/opened-run";
import { StepBars } from "@/components/runs/step-bars";
import { StepIcon } from "@/components/runs/step-icon";
import { useNow } from "@/components/runs/use-now";
import { durationText } from "@/components/ui/duration-text";
import { STATUSES } from "@/components/ui/status-chip";
import { isTakenOver } from "@/lib/domain/runs/done-before";
import { explainWait } from "@/lib/domain/runs/explain-wait";
import { isEnded, type Run, type Step } from "@/lib/domain/runs/run";
import { type TimelineBar, timelineOf } from "@/lib/domain/runs/timeline";

type StepsTimelineProps = {
  opened: OpenedRun;
  selected: string | null;
  onSelect: (nodeId: string) => void;
};

const COLUMNS = "md:grid-cols-[minmax(8rem,12rem)_1fr_4.5rem]";

/** The steps in order, each with its stretch of time: attempts, and the pauses between them. */
export function StepsTimeline({ opened, selected, onSelect }: StepsTimelineProps) {
  const { run, labelOf } = opened;
  const nowMs = useNow(!isEnded(run.status), lastKnownMs(run));
  const { lengthMs, bars } = timelineOf(
    run.steps.filter((step) => !isTakenOver(run, step)),
    nowMs,
  );
  return (
    <div className="border-separator border-t">
      <div aria-hidden className={`hidden gap-x-4 px-5 pt-2.5 pb-1 text-muted text-xs tabular-nums md:grid ${COLUMNS}`}>
        <span className="col-start-2 flex justify-between">
          {[0, 0.5, 1].map((part) => (
            <span key={part}>{durationText(part * lengthMs)}</span>
          ))}
        </span>
      </div>
      <ol aria-label="Steps" className="flex flex-col p-1.5">
        {run.steps.map((step) => {
          const own = bars.get(step.nodeId) ?? [];
          return (
            <li key={step.nodeId}>
              <button
                type="button"
                aria-pressed={step.nodeId === selected}
                onClick={() => onSelect(step.nodeId)}
                className={cn(
                  `grid w-full grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 rounded-xl px-3 py-2.5 text-left text-sm md:px-3.5 ${COLUMNS}`,
                  step.nodeId === selected ? "bg-accent-soft" : "hover:bg-surface-secondary",
                  step.status === "skipped" ? "text-muted" : "",
                )}
              >
                <span className="flex min-w-0 items-center gap-2.5">
                  <StepIcon state={step.status} />
                  <span className="flex min-w-0 flex-col">
                    <span className="truncate font-medium">{labelOf(step.nodeId)}</span>
                    <span className="wrap-anywhere line-clamp-2 text-muted text-xs">
                      <Remark step={step} doneBefore={wasDoneBefore(opened, step)} />
                    </span>
                  </span>
                </span>
                <span className="order-3 col-span-2 md:order-none md:col-span-1">
                  <StepBars bars={own} lengthMs={lengthMs} />
                </span>
                <span className="text-right text-muted text-xs tabular-nums">
                  {own.length > 0 ? durationText(span(own)) : "—"}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type RemarkProps = { step: Step; doneBefore: string | undefined };

function Remark({ step: { status, attempts, port, waitsFor }, doneBefore }: RemarkProps) {
  if (doneBefore) return doneBefore;
  const { word } = STATUSES[status];
  if (waitsFor?.kind === "time") {
    return (
      <>
        Waiting until <ExactTime at={waitsFor.until} />
      </>
    );
  }
  if (waitsFor) return `Waiting ${explainWait(waitsFor)}`;
  if (attempts.length > 1) return `${word}, ${attempts.length} attempts`;
  if (attempts[0]?.status === "unknown") return `${word}: sent, no answer seen`;
  if (status === "done" && port === "fail") return "Did not let it pass";
  return word;
}

function span(bars: readonly TimelineBar[]): number {
  const [first] = bars;
  const last = bars.at(-1);
  return first && last ? last.fromMs + last.lengthMs - first.fromMs : 0;
}

function lastKnownMs({ steps, startedAt, endedAt }: Run): number {
  const times = [
    startedAt,
    endedAt,
    ...steps.flatMap((step) => [step.startedAt, step.endedAt, step.attempts.at(-1)?.startedAt]),
  ];
  return Math.max(0, ...times.map((at) => (at ? Date.parse(at) : 0)));
}
