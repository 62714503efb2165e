import type { Source } from "@/lib/catalog/sources/define-source";

/** What this sender tells of. There is nothing to choose: workflows pick what they want. */
export function EventStep({ source }: { source: Pick<Source, "samples"> }) {
  const types = [...new Set(source.samples.map(({ eventType }) => eventType))].filter(Boolean);
  return (
    <div className="panel flex flex-col gap-3 p-4 text-sm sm:p-5">
      <p className="text-pretty text-muted">
        Nothing to choose here. Every event that arrives is written down, and each workflow picks the ones it wants.
      </p>
      {types.length > 0 ? (
        <div className="flex flex-col gap-2">
          <p className="eyebrow">There are samples to ring with</p>
          <ul className="flex flex-wrap gap-1.5">
            {types.map((type) => (
              <li
                key={type}
                className="wrap-anywhere rounded-md border border-border bg-surface-secondary px-2 py-0.5 font-mono text-xs leading-5"
              >
                {type}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
