"use client";

import { SearchField } from "@heroui/react";
import { useState } from "react";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { sources } from "@/lib/catalog/sources";

/** Picks who rings, among everyone that Doorbell knows. */
export function SourceGallery({ value, onChange }: { value: string; onChange: (source: string) => void }) {
  const [query, setQuery] = useState("");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sources.filter(({ id, name, summary }) => {
    const text = `${id} ${name} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const chosen = sources.find(({ id }) => id === value);

  return (
    <div className="flex flex-col gap-3">
      <SearchField aria-label="Search sources" value={query} onChange={setQuery} fullWidth>
        <SearchField.Group>
          <SearchField.SearchIcon />
          <SearchField.Input placeholder={`Search ${sources.length} sources`} />
          <SearchField.ClearButton />
        </SearchField.Group>
      </SearchField>
      <div
        role="radiogroup"
        aria-label="Who rings?"
        className="-m-1 grid max-h-[21.5rem] grid-cols-1 gap-2 overflow-y-auto p-1 sm:grid-cols-2 lg:grid-cols-3"
      >
        {found.map((source) => (
          <label
            key={source.id}
            className="flex cursor-pointer items-center gap-3 rounded-xl border border-border bg-surface px-3 py-2.5 transition-colors hover:border-field-border has-focus-visible:outline-2 has-focus-visible:outline-focus has-checked:border-focus has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="source"
              value={source.id}
              checked={source.id === value}
              onChange={() => onChange(source.id)}
              className="sr-only"
            />
            <SourceLogo source={source.id} />
            <span className="min-w-0 truncate font-medium text-sm">{source.name}</span>
          </label>
        ))}
      </div>
      {found.length === 0 ? (
        <p className="text-muted text-sm">
          Nobody here is called that. “Signed request” takes any sender that signs with a shared secret, “Anyone” takes
          the rest.
        </p>
      ) : null}
      {chosen ? (
        <p className="text-muted text-sm" aria-live="polite">
          <span className="font-medium text-foreground">{chosen.name}:</span> {chosen.summary}
        </p>
      ) : null}
    </div>
  );
}
