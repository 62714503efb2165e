import { ChevronRight } from "lucide-react";
import type { JsonRow } from "@/components/ui/json-view/json-rows";

const COLOURS = { string: "text-good", number: "text-busy", boolean: "text-wait", null: "text-muted" } as const;

type JsonLineProps = { row: JsonRow; isFocusable: boolean; onFocus: () => void; onToggle: () => void };

/** One line of a JSON tree. */
export function JsonLine({ row, isFocusable, onFocus, onToggle }: JsonLineProps) {
  return (
    <div
      role="treeitem"
      tabIndex={isFocusable ? 0 : -1}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      {...(row.kind === "branch" && row.size > 0 ? { "aria-expanded": row.isOpen } : {})}
      onFocus={onFocus}
      {...(row.kind === "leaf" ? {} : { onClick: onToggle })}
      style={{ paddingInlineStart: `${row.depth * 1.1 + 0.25}rem` }}
      className={`flex items-start gap-1 rounded-md pr-2 focus-visible:-outline-offset-2 ${row.kind === "leaf" ? "" : "cursor-pointer hover:bg-surface-tertiary"}`}
    >
      {row.kind === "branch" && row.size > 0 ? (
        <ChevronRight
          aria-hidden
          className={`mt-1.5 size-3 shrink-0 text-muted transition-transform ${row.isOpen ? "rotate-90" : ""}`}
        />
      ) : (
        <span className="w-3 shrink-0" />
      )}
      {row.name === null ? null : (
        <span className={`shrink-0 ${row.isInList ? "text-muted" : "text-accent-soft-foreground"}`}>{row.name}:</span>
      )}
      <Value row={row} />
    </div>
  );
}

function Value({ row }: { row: JsonRow }) {
  if (row.kind === "more") return <span className="text-link">Show {row.hidden} more</span>;
  if (row.kind === "leaf")
    return <span className={`wrap-anywhere min-w-0 whitespace-pre-wrap ${COLOURS[row.type]}`}>{row.text}</span>;
  const noun = row.brackets === "[]" ? "item" : "field";
  return (
    <span className="text-muted">
      {row.brackets[0]}
      {row.isOpen ? "" : row.brackets[1]}
      {row.size === 0 ? "" : ` ${row.size} ${noun}${row.size === 1 ? "" : "s"}`}
    </span>
  );
}
