import { cn } from "@heroui/react";
import { STATUSES } from "@/components/ui/status-chip";
import type { StepStatus } from "@/lib/domain/runs/run";

const TONES = {
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  busy: "bg-busy-soft text-busy",
  wait: "bg-wait-soft text-wait",
  quiet: "bg-quiet-soft text-quiet",
} as const;

/** A step's status as an icon with its word for screen readers. */
export function StepIcon({ state }: { state: StepStatus }) {
  const { icon: Icon, tone, word } = STATUSES[state];
  return (
    <span className={cn("grid size-6 shrink-0 place-items-center rounded-full", TONES[tone])}>
      <Icon
        aria-hidden
        className={cn("size-3.5", state === "running" ? "motion-safe:animate-spin" : "")}
        strokeWidth={2.25}
      />
      <span className="sr-only">{word}</span>
    </span>
  );
}
