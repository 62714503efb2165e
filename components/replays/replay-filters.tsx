"use client";

import { Search } from "lucide-react";
import { EndpointFilter } from "@/components/log/filters/endpoint-filter";
import { FilterSelect } from "@/components/log/filters/filter-select";
import { FilterText } from "@/components/log/filters/filter-text";
import { TimeFilter } from "@/components/log/filters/time-filter";
import type { Filters } from "@/components/log/filters/use-filters";

type Named = { id: string; name: string };
type ReplayFiltersProps = { filters: Filters; endpoints: readonly Named[]; workflows: readonly Named[] };

const VERDICTS = [
  { value: "duplicate", name: "Duplicates instead" },
  { value: "handshake", name: "Handshakes instead" },
];

const ENDINGS = [
  { value: "failed", name: "Whose last run failed" },
  { value: "cancelled", name: "Whose last run was cancelled" },
  { value: "filtered", name: "Whose last run was filtered" },
  { value: "done", name: "Whose last run is done" },
];

/** Which deliveries are run once more, and by whom. */
export function ReplayFilters({ filters, endpoints, workflows }: ReplayFiltersProps) {
  return (
    <search aria-label="Choose deliveries" className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
      <div className="min-w-0 sm:col-span-2">
        <FilterText
          icon={Search}
          label="Search"
          placeholder="Event id, delivery id or type"
          value={filters.value("q")}
          onChange={(q) => filters.change({ q })}
        />
      </div>
      <EndpointFilter filters={filters} endpoints={endpoints} />
      <FilterText
        label="Event type"
        placeholder="Event type"
        value={filters.value("eventType")}
        onChange={(eventType) => filters.change({ eventType })}
      />
      <FilterSelect
        label="How they ran before"
        all="However they ran before"
        value={filters.value("runStatus")}
        choices={ENDINGS}
        onChange={(runStatus) => filters.change({ runStatus })}
      />
      <FilterSelect
        label="By which workflow"
        all="By all that listen"
        value={filters.value("workflow")}
        choices={workflows.map(({ id, name }) => ({ value: id, name: `By “${name}” alone` }))}
        onChange={(workflow) => filters.change({ workflow })}
      />
      <FilterSelect
        label="Verdict"
        all="Accepted ones"
        value={filters.value("verdict").replace("accepted", "")}
        choices={VERDICTS}
        onChange={(verdict) => filters.change({ verdict })}
      />
      <TimeFilter filters={filters} />
    </search>
  );
}
