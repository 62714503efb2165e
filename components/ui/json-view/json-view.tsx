"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonLine } from "@/components/ui/json-view/json-line";
import { type JsonRow, jsonRows } from "@/components/ui/json-view/json-rows";
import { writeJson } from "@/lib/domain/json/write-json";

type JsonViewProps = {
  value: unknown;
  /** What it is, as in “Body”. */
  label: string;
  /** How many levels start open. */
  openDepth?: number;
};

/** A value as a tree. Arrows move, right and left open and close, Enter and space toggle. */
export function JsonView({ value, label, openDepth = 3 }: JsonViewProps) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState("$");
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => jsonRows(value, toggled, openDepth), [value, toggled, openDepth]);
  const focusable = rows.some((row) => row.path === current) ? current : "$";

  function toggle(path: string) {
    const next = new Set(toggled);
    if (!next.delete(path)) next.add(path);
    setToggled(next);
  }

  function goTo(row: JsonRow | undefined) {
    if (!row) return;
    setCurrent(row.path);
    const index = rows.indexOf(row);
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const index = rows.findIndex((row) => row.path === focusable);
    const row = rows[index];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = row.kind === "branch" && row.isOpen;
    const act: Record<string, () => void> = {
      ArrowDown: () => goTo(rows[index + 1]),
      ArrowUp: () => goTo(rows[index - 1]),
      Home: () => goTo(rows[0]),
      End: () => goTo(rows.at(-1)),
      ArrowRight: () => (isOpen ? goTo(rows[index + 1]) : row.kind === "leaf" ? undefined : toggle(row.path)),
      ArrowLeft: () => (isOpen ? toggle(row.path) : goTo(rows.find((other) => other.path === row.parent))),
      Enter: () => (row.kind === "leaf" ? undefined : toggle(row.path)),
      " ": () => (row.kind === "leaf" ? undefined : toggle(row.path)),
    };
    const found = act[event.key];
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    found();
  }

  return (
    <div className="relative min-w-0 rounded-xl border border-border bg-surface-secondary">
      <div
        ref={tree}
        role="tree"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="max-h-[36rem] overflow-auto p-2 pr-12 font-mono text-[0.8125rem] leading-6"
      >
        {rows.map((row) => (
          <JsonLine
            key={row.path}
            row={row}
            isFocusable={row.path === focusable}
            onFocus={() => setCurrent(row.path)}
            onToggle={() => toggle(row.path)}
          />
        ))}
      </div>
      <div className="absolute top-1.5 right-1.5 rounded-lg bg-surface-secondary">
        <CopyButton value={writeJson(value, 2)} label={`Copy ${label}`} />
      </div>
    </div>
  );
}
