"use client";

import { SearchField } from "@heroui/react";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { groupSources, searchSources } from "@/components/catalog/group-sources";
import { type Strength, strengthWith } from "@/components/catalog/proof-words";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { EmptyState } from "@/components/ui/empty-state";
import { sources } from "@/lib/catalog/sources";
import type { Source } from "@/lib/catalog/sources/define-source";

const groups = groupSources(sources);

const WORDS: Record<Strength, string> = { signature: "Signed", token: "Token", none: "No proof" };

/** Every source, with a search. */
export function SourceGrid() {
  const [query, setQuery] = useState("");
  const found = searchSources(sources, query);
  const shown = query.trim()
    ? [{ id: "found", title: found.length === 1 ? "1 source" : `${found.length} sources`, sources: found }]
    : groups;
  return (
    <div className="flex flex-col gap-6">
      <SearchField aria-label="Search sources" value={query} onChange={setQuery} className="w-full sm:w-96">
        <SearchField.Group>
          <SearchField.SearchIcon />
          <SearchField.Input placeholder={`Search ${sources.length} sources`} />
          <SearchField.ClearButton />
        </SearchField.Group>
      </SearchField>
      {found.length === 0 ? (
        <div className="panel">
          <EmptyState icon={SearchX} title="Nobody here is called that">
            “Signed request” takes any sender that signs with a shared secret, “Anyone” takes the rest.
          </EmptyState>
        </div>
      ) : (
        shown.map((group) => (
          <section key={group.id} aria-labelledby={`sources-${group.id}`} className="flex flex-col gap-2.5">
            <h2 id={`sources-${group.id}`} className="eyebrow">
              {group.title}
            </h2>
            <ul className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
              {group.sources.map((source) => (
                <Tile key={source.id} source={source} />
              ))}
            </ul>
          </section>
        ))
      )}
    </div>
  );
}

function Tile({ source }: { source: Source }) {
  const { id, name, summary, proof } = source;
  return (
    <li>
      <Link
        href={`/catalog/${id}`}
        prefetch={false}
        className="panel flex h-full items-start gap-3.5 p-3.5 transition-colors hover:border-focus"
      >
        <SourceLogo source={id} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline justify-between gap-3">
            <span className="truncate font-medium">{name}</span>
            <span className="shrink-0 text-muted text-xs">{WORDS[strengthWith(source, proof)]}</span>
          </span>
          <span className="line-clamp-2 text-pretty text-muted text-sm">{summary}</span>
        </span>
      </Link>
    </li>
  );
}
