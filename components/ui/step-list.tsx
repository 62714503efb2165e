/** What to do, in order. */
export function StepList({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="flex flex-col gap-2.5">
      {steps.map((step, index) => (
        <li key={step} className="flex gap-3 text-sm">
          <span
            aria-hidden
            className="mt-px grid size-5 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-[0.6875rem] text-accent-soft-foreground tabular-nums"
          >
            {index + 1}
          </span>
          <span className="wrap-anywhere min-w-0 text-pretty">{step}</span>
        </li>
      ))}
    </ol>
  );
}
