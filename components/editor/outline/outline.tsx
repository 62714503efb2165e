"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { OutlineActions } from "@/components/editor/outline/outline-actions";
import { OutlineLine } from "@/components/editor/outline/outline-line";
import { type OutlineRow, outlineRows } from "@/components/editor/outline/outline-rows";
import { useEditor } from "@/components/editor/store/editor-context";

/** The drawing as a tree, for keyboards and screen readers: all that the canvas can do can be done here. */
export function Outline() {
  const graph = useEditor((state) => state.history.present);
  const select = useEditor((state) => state.select);
  const goTo = useEditor((state) => state.goTo);
  const show = useEditor((state) => state.show);
  const [current, setCurrent] = useState<string>();
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineRows(graph), [graph]);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === current),
  );
  const row = rows[at];

  function focus(index: number) {
    const next = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!next) return;
    setCurrent(next.key);
    if (next.kind === "node") select([next.node.id]);
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[rows.indexOf(next)]?.focus();
  }

  function open(opened: OutlineRow) {
    if (opened.kind === "node") goTo(opened.node.id);
    else show({ adding: { kind: "port", from: opened.node.id, port: opened.port.id } });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!row) return;
    const parent = rows.slice(0, at).findLastIndex((other) => other.level < row.level);
    const child = rows[at + 1]?.level === row.level + 1 ? at + 1 : at;
    const act: Record<string, () => void> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      ArrowRight: () => focus(child),
      ArrowLeft: () => focus(parent),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      Enter: () => open(row),
    };
    const found = act[event.key];
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    found();
  }

  if (rows.length === 0) {
    return (
      <p className="px-4 py-6 text-muted text-sm">
        The canvas is empty. Add what starts it: a webhook, a schedule, a start by hand, or another workflow's failure.
      </p>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={tree}
        role="tree"
        aria-label="Outline of the workflow"
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto px-2 py-2"
      >
        {rows.map((line, index) => (
          <OutlineLine
            key={line.key}
            row={line}
            isCurrent={index === at}
            onFocus={() => setCurrent(line.key)}
            onOpen={() => open(line)}
          />
        ))}
      </div>
      {row ? <OutlineActions row={row} /> : null}
    </div>
  );
}
