"use client";

import { Button, Header, ListBox, SearchField } from "@heroui/react";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { groupSources, type SourceGroup, searchSources } from "@/components/catalog/group-sources";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { sources } from "@/lib/catalog/sources";

const groups = groupSources(sources);
/** So few are shown at once; more are asked for. */
const SHOWN_MAX = 18;

type SourceGalleryProps = { onChoose: (source: string) => void };

/** Picks who rings, among everyone that Doorbell knows. Arrows, letters and Enter work as well as the mouse. */
export function SourceGallery({ onChoose }: SourceGalleryProps) {
  const [query, setQuery] = useState("");
  const [isWhole, setIsWhole] = useState(sources.length <= SHOWN_MAX);
  const list = useRef<HTMLDivElement>(null);
  const found = searchSources(sources, query);
  const shown: SourceGroup[] = query.trim()
    ? [{ id: "rest", title: found.length === 1 ? "1 sender" : `${found.length} senders`, sources: found }]
    : groups.filter(({ id }) => isWhole || id !== "rest");

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      const [best] = found;
      if (query.trim() && best) onChoose(best.id);
    }
    if (event.key === "ArrowDown") {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <SearchField aria-label="Search senders" value={query} onChange={setQuery} onKeyDown={onKeyDown} fullWidth>
        <SearchField.Group>
          <SearchField.SearchIcon />
          <SearchField.Input placeholder={`Search ${sources.length} senders`} />
          <SearchField.ClearButton />
        </SearchField.Group>
      </SearchField>
      {found.length === 0 ? (
        <p role="status" className="text-pretty rounded-xl bg-surface-secondary px-4 py-3 text-muted text-sm">
          Nobody here is called that. “Signed request” takes any sender that signs with a shared secret, “Anyone” takes
          the rest.
        </p>
      ) : (
        <SourceTiles ref={list} groups={shown} onChoose={onChoose} />
      )}
      {isWhole || query.trim() ? null : (
        <Button variant="tertiary" fullWidth onPress={() => setIsWhole(true)}>
          Show all {sources.length} senders
          <ChevronDown aria-hidden />
        </Button>
      )}
    </div>
  );
}

type SourceTilesProps = SourceGalleryProps & { groups: SourceGroup[]; ref: React.Ref<HTMLDivElement> };

function SourceTiles({ groups: shown, onChoose, ref }: SourceTilesProps) {
  return (
    <ListBox
      ref={ref}
      aria-label="Who sends it?"
      layout="grid"
      selectionMode="none"
      onAction={(key) => onChoose(String(key))}
      className="flex flex-col gap-5 overflow-visible p-0"
    >
      {shown.map((group) => (
        <ListBox.Section key={group.id} id={group.id} className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3">
          <Header className="eyebrow col-span-full p-0">{group.title}</Header>
          {group.sources.map((source) => (
            <ListBox.Item
              key={source.id}
              id={source.id}
              textValue={source.name}
              className="m-0! min-h-13 gap-3 rounded-xl border border-border bg-surface px-3 py-2 transition-colors hover:border-focus data-[focus-visible=true]:border-focus"
            >
              <SourceLogo source={source.id} />
              <span className="min-w-0 truncate font-medium text-sm">{source.name}</span>
            </ListBox.Item>
          ))}
        </ListBox.Section>
      ))}
    </ListBox>
  );
}
