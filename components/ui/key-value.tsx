import type { ReactNode } from "react";

export type KeyValueRow = { key: string; value: ReactNode };

type KeyValueProps = { rows: KeyValueRow[] /** One above the other, whatever the screen. */; isNarrow?: boolean };

/** Names and what they are, in two columns; one above the other on small screens. */
export function KeyValue({ rows, isNarrow = false }: KeyValueProps) {
  return (
    <dl className="divide-y divide-separator text-sm">
      {rows.map((row) => (
        <div
          key={row.key}
          className={`grid gap-x-4 gap-y-0.5 py-2 ${isNarrow ? "" : "sm:grid-cols-[minmax(8rem,14rem)_1fr]"}`}
        >
          <dt className="wrap-anywhere text-muted">{row.key}</dt>
          <dd className="wrap-anywhere min-w-0">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
