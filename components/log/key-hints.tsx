const HINTS: Record<string, string> = {
  j: "next",
  k: "previous",
  Enter: "open",
  "/": "search",
  c: "copy as curl",
  a: "to Approve",
  x: "to Reject",
};

/** The keys of a log, for those who have some. */
export function KeyHints({ keys }: { keys: readonly (keyof typeof HINTS)[] }) {
  return (
    <p className="hidden flex-wrap gap-x-4 gap-y-1 text-muted text-xs pointer-fine:md:flex">
      {keys.map((key) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <kbd className="min-w-5 rounded-md border border-border bg-surface px-1.5 py-0.5 text-center font-sans text-[0.6875rem]">
            {key}
          </kbd>
          {HINTS[key]}
        </span>
      ))}
    </p>
  );
}
