"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { PaletteItem } from "@/components/editor/palette/palette-item";
import { paletteGroups } from "@/components/editor/palette/palette-items";
import { PaletteSection } from "@/components/editor/palette/palette-section";
import type { PaletteDrag } from "@/components/editor/palette/use-palette-drag";
import { useEditor } from "@/components/editor/store/editor-context";
import { nodes } from "@/lib/catalog/nodes/index";

type PaletteProps = {
  onPick: (type: string) => void;
  /** Something leads to what is picked, so triggers are left out. */
  isLedTo?: boolean;
  drag?: PaletteDrag;
  isFocused?: boolean;
};

/** What can be added. Arrows move through it, Enter adds, and typing searches. */
export function Palette({ onPick, isLedTo = false, drag, isFocused = false }: PaletteProps) {
  const [query, setQuery] = useState("");
  const toggled = useEditor((state) => state.toggledGroups);
  const toggleGroup = useEditor((state) => state.toggleGroup);
  const list = useRef<HTMLDivElement>(null);
  const groups = paletteGroups(nodes, { query, isLedTo });

  function onKeyDown(event: KeyboardEvent) {
    const lines = "input, [data-palette-group], [data-palette-item]:not([hidden] *)";
    const items = [...(list.current?.querySelectorAll<HTMLElement>(lines) ?? [])];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const at = items.findIndex((item) => item.matches(":focus"));
      items[(at + step + items.length) % items.length]?.focus();
    }
    const [first] = groups[0]?.items ?? [];
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && first) {
      event.preventDefault();
      onPick(first.type);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the field and the buttons within.
    <div ref={list} onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
      <label className="mx-3 mt-3 flex h-9 shrink-0 items-center gap-2 rounded-xl border border-(--field-border) bg-(--field-background) px-3 focus-within:border-focus">
        <Search aria-hidden className="size-4 text-muted" />
        <span className="sr-only">Search steps</span>
        <input
          type="search"
          data-palette-search
          // biome-ignore lint/a11y/noAutofocus: the popover was opened to pick from it.
          autoFocus={isFocused}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder={`Search ${nodes.length} steps`}
          className="min-w-0 flex-1 bg-transparent text-sm outline-none! placeholder:text-field-placeholder"
        />
      </label>
      <div className="mt-1.5 min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        {groups.map(({ title, items, startsOpen }) => (
          <PaletteSection
            key={title}
            title={title}
            count={items.length}
            isOpen={query !== "" || startsOpen !== toggled.has(title)}
            onToggle={() => toggleGroup(title)}
            isOverlay={isFocused}
          >
            {items.map((definition) => (
              <PaletteItem
                key={definition.type}
                definition={definition}
                onPick={() => onPick(definition.type)}
                {...(drag ? { drag } : {})}
              />
            ))}
          </PaletteSection>
        ))}
        {groups.length === 0 ? (
          <p className="text-balance px-3 py-6 text-center text-muted text-sm">
            Nothing here does that. An “HTTP request” reaches any service.
          </p>
        ) : null}
      </div>
    </div>
  );
}
