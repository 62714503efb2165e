"use client";

import { Header, ListBox, SearchField } from "@heroui/react";
import { type KeyboardEvent, useRef, useState } from "react";
import { groupKinds } from "@/components/connections/find-kinds";
import { KindLogo } from "@/components/connections/kind-logo";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";

/** So few need no search. */
const FEW = 6;

type KindGalleryProps = {
  kinds: readonly ConnectionKind[];
  onChoose: (kind: string) => void;
  /** One beneath the other, where there is little room. */
  isNarrow?: boolean;
};

/** Picks what to connect to. Arrows, letters and Enter work as well as the mouse. */
export function KindGallery({ kinds, onChoose, isNarrow = false }: KindGalleryProps) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const groups = groupKinds(kinds, query);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      const best = groups[0]?.kinds[0];
      if (query.trim() && best) onChoose(best.id);
    }
    if (event.key === "ArrowDown") {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    }
  }

  return (
    <div className="flex flex-col gap-4">
      {kinds.length > FEW ? (
        <SearchField aria-label="Search services" value={query} onChange={setQuery} onKeyDown={onKeyDown} fullWidth>
          <SearchField.Group>
            <SearchField.SearchIcon />
            <SearchField.Input placeholder={`Search ${kinds.length} services`} />
            <SearchField.ClearButton />
          </SearchField.Group>
        </SearchField>
      ) : null}
      {groups.length === 0 ? (
        <p role="status" className="text-pretty rounded-xl bg-surface-secondary px-4 py-3 text-muted text-sm">
          No service here is called that. Most take a “Bearer token” or a “Key in a header”.
        </p>
      ) : (
        <ListBox
          ref={list}
          aria-label="What to connect to"
          layout="grid"
          selectionMode="none"
          onAction={(key) => onChoose(String(key))}
          className="flex flex-col gap-5 overflow-visible p-0"
        >
          {groups.map((group) => (
            <ListBox.Section
              key={group.id}
              id={group.id}
              className={`grid grid-cols-1 gap-2 ${isNarrow ? "" : "sm:grid-cols-2 lg:grid-cols-3"}`}
            >
              <Header className="eyebrow col-span-full p-0">{group.title}</Header>
              {group.kinds.map((kind) => (
                <ListBox.Item
                  key={kind.id}
                  id={kind.id}
                  textValue={kind.name}
                  className="m-0! h-full items-center gap-3 rounded-xl border border-border bg-surface px-3 py-2.5 transition-colors hover:border-focus data-[focus-visible=true]:border-focus"
                >
                  <KindLogo kind={kind.id} />
                  <span className="flex min-w-0 flex-col">
                    <span className="truncate font-medium text-foreground text-sm">{kind.name}</span>
                    <span className="line-clamp-2 text-muted text-xs leading-4">{kind.summary}</span>
                  </span>
                </ListBox.Item>
              ))}
            </ListBox.Section>
          ))}
        </ListBox>
      )}
    </div>
  );
}
