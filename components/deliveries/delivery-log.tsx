"use client";

import { Button } from "@heroui/react";
import { Inbox, SearchX } from "lucide-react";
import { useRef } from "react";
import { copyListedAsCurl } from "@/components/deliveries/copy-as-curl";
import { DeliveryFilters } from "@/components/deliveries/delivery-filters";
import { DELIVERY_COLUMNS, DeliveryRow } from "@/components/deliveries/delivery-row";
import type { LiveEvent } from "@/components/live/live-stream";
import { useFilters } from "@/components/log/filters/use-filters";
import { KeyHints } from "@/components/log/key-hints";
import { LogFoot } from "@/components/log/log-foot";
import { NewItemsPill } from "@/components/log/new-items-pill";
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
      <div
        ref={list}
        aria-busy={filters.isPending}
        className={`transition-opacity ${filters.isPending ? "opacity-60" : ""}`}
      >
        <DeliveryList key={search} initial={initial} search={search} onClear={() => filters.change(cleared(search))} />
      </div>
    </div>
  );
}

function cleared(search: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(search).keys()].map((name) => [name, ""]));
}

type DeliveryListProps = Omit<DeliveryLogProps, "endpoints"> & { onClear: () => void };

function DeliveryList({ initial, search, onClear }: DeliveryListProps) {
  const log = useLogPages<DeliverySummary>({
    path: "/api/v1/deliveries",
    search,
    initial,
    withEvent: withRun,
  });

  return (
    <div ref={log.top} className="flex scroll-mt-24 flex-col">
      <NewItemsPill count={log.held.length} onShow={log.showNew} />
      {log.items.length > 0 ? (
        <DeliveryTable log={log} />
      ) : (
        <div className="panel">{search === "" ? <NobodyRang /> : <NothingFound onClear={onClear} />}</div>
      )}
      <LogFoot log={log}>
        <KeyHints keys={["j", "k", "Enter", "/", "c"]} />
      </LogFoot>
    </div>
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
    <table className="panel block overflow-hidden">
      <caption className="sr-only">Deliveries, newest first</caption>
      <thead className="hidden border-separator border-b bg-surface-secondary lg:block">
        <tr className={`grid gap-x-4 px-5 py-2 text-left ${DELIVERY_COLUMNS}`}>
          {["Received", "Verdict", "Event", "Endpoint", "What came of it"].map((name) => (
            <th key={name} scope="col" className="eyebrow">
              {name}
            </th>
          ))}
          <th scope="col" className="eyebrow text-right">
            Answer
          </th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-separator">
        {log.items.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} isNew={log.arrived.has(delivery.id)} />
        ))}
      </tbody>
    </table>
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

function NothingFound({ onClear }: { onClear: () => void }) {
  const action = (
    <Button variant="outline" onPress={onClear}>
      Clear filters
    </Button>
  );
  return (
    <EmptyState icon={SearchX} title="Nothing fits these filters" actions={action}>
      When something arrives that does, it appears here by itself.
    </EmptyState>
  );
}
