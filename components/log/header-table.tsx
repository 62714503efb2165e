import type { Header } from "@/lib/domain/deliveries/delivery";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";

type HeaderTableProps = {
  /** What these are, as in “Request headers”. */
  label: string;
  rows: readonly Header[];
};

/** Names and values as they were sent, in their order. What the log keeps out is said to be kept out. */
export function HeaderTable({ label, rows }: HeaderTableProps) {
  if (rows.length === 0) return <p className="text-muted text-sm">None.</p>;
  return (
    <table className="block w-full overflow-hidden rounded-xl border border-border text-[0.8125rem]">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-separator">
        {rows.map(({ name, value }, index) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the rows never change their order.
            key={index}
            className="grid gap-x-4 px-3 py-1.5 even:bg-surface-secondary sm:grid-cols-[minmax(8rem,15rem)_1fr]"
          >
            <th scope="row" className="wrap-anywhere text-left font-medium font-mono text-muted">
              {name}
            </th>
            <td className="wrap-anywhere min-w-0 font-mono">
              {value === HIDDEN ? <span className="font-sans text-muted italic">kept out of the log</span> : value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
