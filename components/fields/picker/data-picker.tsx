"use client";

import { Database, Search, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useFieldData } from "@/components/fields/field-data";
import { DataLine } from "@/components/fields/picker/data-line";
import { dataRows } from "@/components/fields/picker/data-rows";
import { placeholderOf } from "@/components/fields/picker/placeholder";

/** The data at hand, as a tree. A click puts a value into the field that was last focused. */
export function DataPicker({ note }: { note: ReactNode }) {
  const { groups, target, setTarget } = useFieldData();
  const [query, setQuery] = useState("");
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  if (!target) return null;

  function toggle(id: string) {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      const id = target?.id;
      setTarget(null);
      if (id) document.getElementById(id)?.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const lines = [...(list.current?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
    const at = lines.findIndex((line) => line.matches(":focus"));
    lines[Math.max(0, at + step)]?.focus();
  }

  const found = groups.map((group) => ({ group, rows: dataRows(group, toggled, query) }));
  const isEmpty = found.every(({ rows }) => rows.length === 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the lines within.
    <div onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 px-3 pt-3">
        <Database aria-hidden className="size-4 text-accent-soft-foreground" />
        <h3 className="flex-1 truncate font-semibold text-sm">
          Data for <span className="text-accent-soft-foreground">{target.label}</span>
        </h3>
        <button
          type="button"
          aria-label="Close the data"
          onClick={() => setTarget(null)}
          className="grid size-7 place-items-center rounded-md text-muted hover:bg-surface-secondary hover:text-foreground"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <div className="px-3 pt-1 text-muted text-xs">{note}</div>
      <label className="mx-3 mt-2.5 flex h-8 items-center gap-2 rounded-lg border border-(--field-border) bg-(--field-background) px-2.5 focus-within:border-focus">
        <Search aria-hidden className="size-3.5 text-muted" />
        <span className="sr-only">Search the data</span>
        <input
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder="Search the data"
          className="min-w-0 flex-1 bg-transparent text-sm outline-none!"
        />
      </label>
      <div ref={list} className="mt-2 min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        {found.map(({ group, rows }) => (
          <Group
            key={group.path.join(".")}
            title={group.title}
            isOpen={group.isOpen || query !== ""}
            isShown={rows.length > 0}
          >
            {rows.map((row) => (
              <DataLine
                key={row.id}
                row={row}
                onToggle={() => toggle(row.id)}
                onPick={() => target.insert(placeholderOf(row.path))}
              />
            ))}
          </Group>
        ))}
        {isEmpty ? (
          <p className="px-3 py-6 text-center text-muted text-sm">
            {query
              ? "Nothing in the data has that."
              : "There is no data yet. Choose an endpoint in the webhook step, and ring it."}
          </p>
        ) : null}
      </div>
    </div>
  );
}

type GroupProps = { title: string; isOpen: boolean; isShown: boolean; children: ReactNode };

function Group({ title, isOpen, isShown, children }: GroupProps) {
  if (!isShown) return null;
  return (
    <details open={isOpen} className="mt-1">
      <summary className="eyebrow cursor-pointer rounded-md px-2 py-1 hover:text-foreground">{title}</summary>
      {children}
    </details>
  );
}
