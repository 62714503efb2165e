"use client";

import { SearchField } from "@heroui/react";
import { useState } from "react";
import { SourceDocs } from "@/components/catalog/source-docs";
import { sources } from "@/lib/catalog/sources";

/** Every source, with a search. */
export function SourceList() {
  const [query, setQuery] = useState("");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sources.filter(({ id, name, summary }) => {
    const text = `${id} ${name} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <div className="flex flex-col gap-3">
      <SearchField aria-label="Search sources" value={query} onChange={setQuery} fullWidth>
        <SearchField.Group>
          <SearchField.SearchIcon />
          <SearchField.Input placeholder={`Search ${sources.length} sources`} />
          <SearchField.ClearButton />
        </SearchField.Group>
      </SearchField>
      {found.length > 0 ? (
        <div className="panel divide-y divide-separator overflow-hidden">
          {found.map((source) => (
            <SourceDocs key={source.id} source={source} />
          ))}
        </div>
      ) : (
        <p className="px-1 py-6 text-muted text-sm">Nobody here is called that.</p>
      )}
    </div>
  );
}
