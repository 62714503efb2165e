"use client";

import { Search, ShieldCheck } from "lucide-react";
import { Filtered } from "@/components/log/filtered";
import { ClearFilters } from "@/components/log/filters/clear-filters";
import { EndpointFilter } from "@/components/log/filters/endpoint-filter";
import { FilterSelect } from "@/components/log/filters/filter-select";
import { FilterText } from "@/components/log/filters/filter-text";
import { type Filters, useFilters } from "@/components/log/filters/use-filters";
import { LogList } from "@/components/log/log-list";
import { NothingFits } from "@/components/log/nothing-fits";
import { useLogPages } from "@/components/log/use-log-pages";
import { EndpointCounts } from "@/components/security/endpoint-counts";
import { EVENT_KINDS } from "@/components/security/event-kinds";
import { EventRow } from "@/components/security/event-row";
import { EmptyState } from "@/components/ui/empty-state";
import { type SecurityEvent, SecurityEventKind } from "@/lib/domain/endpoints/security-event";
import type { Page } from "@/lib/domain/page";

const NAMES = ["q", "kind", "endpoint"];

type SecurityLogProps = {
  initial: Page<SecurityEvent>;
  /** The filters that `initial` was read with, as in the URL. */
  search: string;
  endpoints: readonly { id: string; name: string }[];
};

/** What happened at the doors that somebody should know of, to be searched and narrowed down. */
export function SecurityLog({ initial, search, endpoints }: SecurityLogProps) {
  const filters = useFilters();
  return (
    <div className="flex flex-col gap-4">
      <SecurityFilters filters={filters} endpoints={endpoints} />
      <Filtered filters={filters}>
        <EventList key={search} initial={initial} search={search} filters={filters} />
      </Filtered>
    </div>
  );
}

function SecurityFilters({ filters, endpoints }: { filters: Filters; endpoints: SecurityLogProps["endpoints"] }) {
  return (
    <search aria-label="Filter security events" className="grid grid-cols-2 gap-2 md:flex md:flex-wrap">
      <div className="col-span-2 min-w-0 md:w-72">
        <FilterText
          icon={Search}
          label="Search"
          placeholder="A part of an address"
          value={filters.value("q")}
          onChange={(q) => filters.change({ q })}
        />
      </div>
      <div className="md:w-44">
        <FilterSelect
          label="Kind"
          all="Every kind"
          value={filters.value("kind")}
          choices={SecurityEventKind.options.map((kind) => ({ value: kind, name: EVENT_KINDS[kind].name }))}
          onChange={(kind) => filters.change({ kind })}
        />
      </div>
      <div className="md:w-52">
        <EndpointFilter filters={filters} endpoints={endpoints} />
      </div>
      <ClearFilters filters={filters} names={NAMES} />
    </search>
  );
}

type EventListProps = Omit<SecurityLogProps, "endpoints"> & { filters: Filters };

function EventList({ initial, search, filters }: EventListProps) {
  const log = useLogPages<SecurityEvent>({
    path: "/api/v1/security-events",
    search,
    initial,
    withEvent: (event) => event,
  });

  return (
    <LogList
      log={log}
      empty={
        search === "" ? (
          <AllQuiet />
        ) : (
          <NothingFits filters={filters}>When something happens that does, it appears here by itself.</NothingFits>
        )
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ul aria-label="Security events, newest first" className="panel divide-y divide-separator">
          {log.items.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ul>
        <EndpointCounts events={log.items} filters={filters} />
      </div>
    </LogList>
  );
}

function AllQuiet() {
  return (
    <EmptyState icon={ShieldCheck} title="All quiet">
      Requests that nobody could prove, bursts of them, and proven ones from addresses that never rang before are listed
      here.
    </EmptyState>
  );
}
