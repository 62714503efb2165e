"use client";

import { Button } from "@heroui/react";
import { ListFilter, Search } from "lucide-react";
import { type Ref, useState } from "react";
import { ClearFilters } from "@/components/log/filters/clear-filters";
import { EndpointFilter } from "@/components/log/filters/endpoint-filter";
import { FilterText } from "@/components/log/filters/filter-text";
import { StatusTabs } from "@/components/log/filters/status-tabs";
import { TimeFilter } from "@/components/log/filters/time-filter";
import type { Filters } from "@/components/log/filters/use-filters";
import { VerdictKind } from "@/lib/domain/deliveries/delivery";

const NAMES = ["endpoint", "verdict", "eventType", "q", "from", "to"];

type DeliveryFiltersProps = {
  filters: Filters;
  endpoints: readonly { id: string; name: string }[];
  search: Ref<HTMLInputElement>;
};

/** What the log of deliveries can be narrowed down by. */
export function DeliveryFilters({ filters, endpoints, search }: DeliveryFiltersProps) {
  const [isOpen, setIsOpen] = useState(false);
  const count = ["endpoint", "eventType", "from"].filter((name) => filters.value(name) !== "").length;

  return (
    <search aria-label="Filter deliveries" className="flex flex-col gap-3">
      <StatusTabs label="Verdict" name="verdict" statuses={VerdictKind.options} filters={filters} />
      <div className="grid grid-cols-[1fr_auto] gap-2 md:flex md:flex-wrap">
        <div className="min-w-0 md:w-72">
          <FilterText
            ref={search}
            icon={Search}
            label="Search"
            placeholder="Event id, delivery id or type"
            hotkey="/"
            value={filters.value("q")}
            onChange={(q) => filters.change({ q })}
          />
        </div>
        <Button variant="outline" className="h-9 md:hidden" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <ListFilter aria-hidden />
          Filters{count > 0 ? ` (${count})` : ""}
        </Button>
        <div className={`col-span-2 grid-cols-1 gap-2 md:contents ${isOpen ? "grid" : "hidden"}`}>
          <div className="md:w-44">
            <EndpointFilter filters={filters} endpoints={endpoints} />
          </div>
          <div className="md:w-40">
            <FilterText
              label="Event type"
              placeholder="Event type"
              value={filters.value("eventType")}
              onChange={(eventType) => filters.change({ eventType })}
            />
          </div>
          <TimeFilter filters={filters} />
        </div>
        <ClearFilters filters={filters} names={NAMES} />
      </div>
    </search>
  );
}
