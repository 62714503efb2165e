import type { ReactNode } from "react";

type NumberedStepProps = { number: number; title: string; hint?: string; isLast?: boolean; children: ReactNode };

/** One question of a few, with its number on a line that leads to the next. */
export function NumberedStep({ number, title, hint, isLast = false, children }: NumberedStepProps) {
  return (
    <section className="relative grid animate-arrive gap-x-4 sm:grid-cols-[2rem_minmax(0,1fr)]">
      {isLast ? null : <span aria-hidden className="absolute top-9 -bottom-7 left-4 hidden w-px bg-border sm:block" />}
      <span
        aria-hidden
        className="hidden size-8 place-items-center rounded-full border border-border bg-surface font-semibold text-sm tabular-nums shadow-card sm:grid"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-col gap-3.5">
        <div className="flex flex-col gap-0.5 sm:pt-1">
          <h2 className="font-semibold text-[1.0625rem] leading-6 tracking-tight">
            <span className="text-muted sm:sr-only">{number}. </span>
            {title}
          </h2>
          {hint ? <p className="text-pretty text-muted text-sm">{hint}</p> : null}
        </div>
        {children}
      </div>
    </section>
  );
}
