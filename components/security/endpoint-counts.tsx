import Link from "next/link";
import type { Filters } from "@/components/log/filters/use-filters";
import { countByEndpoint } from "@/components/security/count-by-endpoint";
import { Section } from "@/components/ui/section";
import { ShareBar } from "@/components/ui/share-bar";
import type { SecurityEvent } from "@/lib/domain/endpoints/security-event";

const SHOWN_MAX = 8;

/** How much of what is listed happened at which endpoint. One click narrows the list down to it. */
export function EndpointCounts({ events, filters }: { events: readonly SecurityEvent[]; filters: Filters }) {
  const counts = countByEndpoint(events).slice(0, SHOWN_MAX);
  const most = counts[0]?.count ?? 1;
  return (
    <Section title="By endpoint" description="Of those listed here.">
      <ul className="flex flex-col gap-3">
        {counts.map(({ endpointId, endpointName, count }) => (
          <li key={endpointId}>
            <Link
              href={filters.hrefWith({ endpoint: endpointId })}
              replace
              scroll={false}
              className="group flex flex-col gap-1.5 rounded-md text-sm"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate group-hover:underline">{endpointName}</span>
                <span className="shrink-0 font-semibold tabular-nums">{count.toLocaleString("en")}</span>
              </span>
              <ShareBar share={count / most} tone="brass" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
