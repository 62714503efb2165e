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
          <span
            aria-hidden
            className={cn(
              "grid size-5 shrink-0 place-items-center rounded-full font-semibold text-[0.6875rem] tabular-nums",
              index < at ? "bg-good-soft text-good" : "",
              index === at ? "bg-brass text-ink" : "",
              index > at ? "bg-surface-tertiary text-muted" : "",
            )}
          >
            {index < at ? <Check className="size-3" strokeWidth={3} /> : index + 1}
          </span>
          <span className={cn("whitespace-nowrap", index === at ? "font-semibold" : "text-muted max-sm:sr-only")}>{step}</span>
          {index === steps.length - 1 ? null : <span aria-hidden className="h-px min-w-3 flex-1 bg-border" />}
        </li>
      ))}
    </ol>
  );
}
