import type { ReactNode } from "react";

type LogTableProps = {
  caption: string;
  /** The grid that the head shares with the rows. */
  columns: string;
  heads: readonly string[];
  /** The head of a last column, whose cells stand at the right. */
  lastHead?: string;
  children: ReactNode;
};

/** The table of a log: its head is shown where there is room for columns. */
export function LogTable({ caption, columns, heads, lastHead, children }: LogTableProps) {
  return (
    <table className="panel block overflow-hidden">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden border-separator border-b bg-surface-secondary lg:block">
        <tr className={`grid gap-x-4 px-5 py-2 text-left ${columns}`}>
          {heads.map((name) => (
            <th key={name} scope="col" className="eyebrow">
              {name}
            </th>
          ))}
          {lastHead ? (
            <th scope="col" className="eyebrow text-right">
              {lastHead}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody className="block divide-y divide-separator">{children}</tbody>
    </table>
  );
}
