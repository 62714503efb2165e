"use client";

import { BellPlus, Search, SearchX } from "lucide-react";
import { ENDPOINT_COLUMNS, EndpointRow } from "@/components/endpoints/list/endpoint-row";
import { FilterText } from "@/components/log/filters/filter-text";
import { useFilters } from "@/components/log/filters/use-filters";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** So many need no search. */
const FEW = 8;

type EndpointListProps = {
  rows: readonly { endpoint: Endpoint; last: DeliverySummary | undefined }[];
  /** How many there are, whatever is searched for. */
  total: number;
};

/** The endpoints, with a search where there are more than a few. */
export function EndpointList({ rows, total }: EndpointListProps) {
  const filters = useFilters();
  if (total === 0) return <NoEndpoints />;
  return (
    <>
      {total > FEW ? (
        <search aria-label="Search endpoints" className="sm:w-80">
          <FilterText
            icon={Search}
            label="Search endpoints"
            placeholder="Name, sender or end of the URL"
            value={filters.value("q")}
            onChange={(q) => filters.change({ q, cursor: "" })}
          />
        </search>
      ) : null}
      {rows.length === 0 ? (
        <div className="panel">
          <EmptyState icon={SearchX} title="No endpoint is called that">
            Search for a part of its name, of its sender's, or of its address.
          </EmptyState>
        </div>
      ) : (
        <div className={`panel overflow-hidden transition-opacity ${filters.isPending ? "opacity-60" : ""}`}>
          <div
            aria-hidden
            className={`hidden gap-x-4 border-separator border-b bg-surface-secondary px-5 py-2 lg:grid ${ENDPOINT_COLUMNS}`}
          >
            {["", "Endpoint", "Address", "Proven by", "Last delivery", "Status"].map((name) => (
              <span key={name} className={`eyebrow ${name === "Status" ? "text-right" : ""}`}>
                {name}
              </span>
            ))}
          </div>
          <ul aria-label="Endpoints" className="divide-y divide-separator">
            {rows.map(({ endpoint, last }) => (
              <EndpointRow key={endpoint.id} endpoint={endpoint} last={last} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function NoEndpoints() {
  const action = <LinkButton href="/endpoints/new">Make the first one</LinkButton>;
  return (
    <div className="panel">
      <EmptyState icon={BellPlus} title="No endpoints yet" actions={action}>
        An endpoint is a random address. Give it to GitHub, Stripe, a form or your own code, and see what arrives.
      </EmptyState>
    </div>
  );
}
