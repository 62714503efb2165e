"use client";

import { Inbox } from "lucide-react";
import { useRef } from "react";
import { copyListedAsCurl } from "@/components/deliveries/copy-as-curl";
import { DeliveryFilters } from "@/components/deliveries/delivery-filters";
import { DELIVERY_COLUMNS, DeliveryRow } from "@/components/deliveries/delivery-row";
import type { LiveEvent } from "@/components/live/live-stream";
import { Filtered } from "@/components/log/filtered";
import { type Filters, useFilters } from "@/components/log/filters/use-filters";
import { KeyHints } from "@/components/log/key-hints";
import { LogList } from "@/components/log/log-list";
import { LogTable } from "@/components/log/log-table";
import { NothingFits } from "@/components/log/nothing-fits";
import { useLogKeys } from "@/components/log/use-log-keys";
import { type Log, useLogPages } from "@/components/log/use-log-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Page } from "@/lib/domain/page";

type DeliveryLogProps = {
  initial: Page<DeliverySummary>;
  /** The filters that `initial` was read with, as in the URL. */
  search: string;
  endpoints: readonly { id: string; name: string; url: string }[];
};

/** The log of deliveries with its filters and keys. */
export function DeliveryLog({ initial, search, endpoints }: DeliveryLogProps) {
  const filters = useFilters();
  const searchInput = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const urlOf = (endpointId: string) => endpoints.find(({ id }) => id === endpointId)?.url;
  useLogKeys({ list, search: searchInput, onCopy: (id) => void copyListedAsCurl(id, urlOf) });

  return (
    <div className="flex flex-col gap-4">
      <DeliveryFilters filters={filters} endpoints={endpoints} search={searchInput} />
      <Filtered ref={list} filters={filters}>
        <DeliveryList key={search} initial={initial} search={search} filters={filters} />
      </Filtered>
    </div>
  );
}

type DeliveryListProps = Omit<DeliveryLogProps, "endpoints"> & { filters: Filters };

function DeliveryList({ initial, search, filters }: DeliveryListProps) {
  const log = useLogPages<DeliverySummary>({
    path: "/api/v1/deliveries",
    search,
    initial,
    withEvent: withRun,
  });

  return (
    <LogList
      log={log}
      empty={
        search === "" ? (
          <NobodyRang />
        ) : (
          <NothingFits filters={filters}>When something arrives that does, it appears here by itself.</NothingFits>
        )
      }
      hints={<KeyHints keys={["j", "k", "Enter", "/", "c"]} />}
    >
      <DeliveryTable log={log} />
    </LogList>
  );
}

function withRun(delivery: DeliverySummary, event: LiveEvent): DeliverySummary {
  if (event.kind !== "run" || event.deliveryId !== delivery.id) return delivery;
  return {
    ...delivery,
    runs: delivery.runs.map((run) => (run.id === event.id ? { ...run, status: event.status } : run)),
  };
}

function DeliveryTable({ log }: { log: Log<DeliverySummary> }) {
  return (
    <LogTable
      caption="Deliveries, newest first"
      columns={DELIVERY_COLUMNS}
      heads={["Received", "Verdict", "Event", "Endpoint", "What came of it"]}
      lastHead="Answer"
    >
      {log.items.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} isNew={log.arrived.has(delivery.id)} />
      ))}
    </LogTable>
  );
}

function NobodyRang() {
  const action = (
    <LinkButton href="/endpoints" variant="primary">
      Go to endpoints
    </LinkButton>
  );
  return (
    <EmptyState icon={Inbox} title="Nobody has rung yet" actions={action}>
      Every request to one of your endpoints is written down here, with what became of it and why. Ring one to see.
    </EmptyState>
  );
}
