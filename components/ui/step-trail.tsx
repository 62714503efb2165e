import { cn } from "@heroui/styles";
import { Check } from "lucide-react";

/** Where one is in a few steps: those done are ticked, and the present one is marked. */
export function StepTrail({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
  return (
    <ol aria-label={label} className="flex items-center gap-2 text-xs">
      {steps.map((step, index) => (
        <li
          key={step}
          {...(index === at ? { "aria-current": "step" as const } : {})}
          className={cn("flex items-center gap-2", index === steps.length - 1 ? "" : "flex-1")}
        >
          <Marker number={index + 1} state={stateOf(index, at)} />
          <span className={cn("whitespace-nowrap", index === at ? "font-semibold" : "text-muted max-sm:sr-only")}>
            {step}
          </span>
          {index === steps.length - 1 ? null : <span aria-hidden className="h-px min-w-3 flex-1 bg-border" />}
        </li>
      ))}
    </ol>
  );
}

type State = "done" | "here" | "ahead";

function stateOf(index: number, at: number): State {
  if (index === at) return "here";
  return index < at ? "done" : "ahead";
}

const LOOKS: Record<State, string> = {
  done: "bg-good-soft text-good",
  here: "bg-brass text-ink",
  ahead: "bg-surface-tertiary text-muted",
};

function Marker({ number, state }: { number: number; state: State }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-5 shrink-0 place-items-center rounded-full font-semibold text-[0.6875rem] tabular-nums",
        LOOKS[state],
      )}
    >
      {state === "done" ? <Check className="size-3" strokeWidth={3} /> : number}
    </span>
  );
}
