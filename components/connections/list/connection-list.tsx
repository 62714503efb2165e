"use client";

import { Plug, Search, SearchX } from "lucide-react";
import { CONNECTION_COLUMNS, ConnectionRow, type ListedConnection } from "@/components/connections/list/connection-row";
import { searchConnections } from "@/components/connections/search-connections";
import { FilterText } from "@/components/log/filters/filter-text";
import { useFilters } from "@/components/log/filters/use-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** So many need no search. */
const FEW = 8;

type ConnectionListProps = {
  rows: readonly ListedConnection[];
  mayTest: boolean;
  mayChange: boolean;
};

/** The connections, with a search where there are more than a few. */
export function ConnectionList({ rows, mayTest, mayChange }: ConnectionListProps) {
  const filters = useFilters();
  if (rows.length === 0) return <NoConnections mayChange={mayChange} />;
  const found = new Set(
    searchConnections(
      rows.map(({ connection }) => connection),
      filters.value("q"),
    ).map(({ id }) => id),
  );
  const shown = rows.filter(({ connection }) => found.has(connection.id));
  return (
    <>
      {rows.length > FEW ? (
        <search aria-label="Search connections" className="sm:w-80">
          <FilterText
            icon={Search}
            label="Search connections"
            placeholder="Name, account or service"
            value={filters.value("q")}
            onChange={(q) => filters.change({ q })}
          />
        </search>
      ) : null}
      {shown.length === 0 ? (
        <div className="panel">
          <EmptyState icon={SearchX} title="No connection is called that">
            Search for a part of its name, of its account, or of the service.
          </EmptyState>
        </div>
      ) : (
        <div className="panel overflow-hidden">
          <div
            aria-hidden
            className={`hidden gap-x-4 border-separator border-b bg-surface-secondary px-5 py-2 md:grid ${CONNECTION_COLUMNS}`}
          >
            {["", "Connection", "Account", "Used by", "Last used", ""].map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is where it is.
              <span key={index} className="eyebrow">
                {name}
              </span>
            ))}
          </div>
          <ul aria-label="Connections" className="divide-y divide-separator">
            {shown.map((row) => (
              <ConnectionRow key={row.connection.id} {...row} mayTest={mayTest} mayChange={mayChange} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function NoConnections({ mayChange }: { mayChange: boolean }) {
  const action = mayChange ? <LinkButton href="/connections/new">Connect the first service</LinkButton> : null;
  return (
    <div className="panel">
      <EmptyState icon={Plug} title="Nothing is connected yet" actions={action}>
        {mayChange
          ? "A connection is how Doorbell signs in to a service: a token, a key, a password. Save it once, and steps can use it without showing it."
          : "A connection is how Doorbell signs in to a service. An admin can add the first one."}
      </EmptyState>
    </div>
  );
}
