import { ChevronRight } from "lucide-react";
import type { KeyboardEvent, MouseEvent } from "react";
import type { DataRow } from "@/components/fields/picker/data-rows";

type DataLineProps = { row: DataRow; onToggle: () => void; onPick: () => void };

/** A value to pick. A branch opens by its arrow, or by the arrow keys. */
export function DataLine({ row, onToggle, onPick }: DataLineProps) {
  // The field keeps its focus, and so its cursor: that is where the value goes.
  const keepFocus = (event: MouseEvent) => event.preventDefault();

  function onKeyDown(event: KeyboardEvent) {
    const opens = event.key === "ArrowRight" && row.isOpen === false;
    const closes = event.key === "ArrowLeft" && row.isOpen === true;
    if (!opens && !closes) return;
    event.preventDefault();
    onToggle();
  }

  return (
    <div style={{ paddingInlineStart: `${row.depth * 0.875}rem` }} className="flex items-stretch">
      {row.isOpen === null ? (
        <span className="w-6 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${row.isOpen ? "Close" : "Open"} ${row.name}`}
          onMouseDown={keepFocus}
          onClick={onToggle}
          className="grid w-6 shrink-0 place-items-center rounded-md text-muted hover:text-foreground"
        >
          <ChevronRight aria-hidden className={`size-3.5 transition-transform ${row.isOpen ? "rotate-90" : ""}`} />
        </button>
      )}
      <button
        type="button"
        data-line
        title={`Insert ${row.id}`}
        onMouseDown={keepFocus}
        onClick={onPick}
        onKeyDown={onKeyDown}
        {...(row.isOpen === null ? {} : { "aria-expanded": row.isOpen })}
        className="flex min-w-0 flex-1 items-baseline gap-2 rounded-md px-1.5 py-1 text-left text-[0.8125rem] leading-5 hover:bg-accent-soft focus-visible:-outline-offset-2"
      >
        <span className="max-w-[60%] shrink-0 truncate font-medium">{row.name}</span>
        <span className="min-w-0 truncate text-muted">{row.preview}</span>
      </button>
    </div>
  );
}
