import Link from "next/link";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusChip } from "@/components/ui/status-chip";
import { findSource } from "@/lib/catalog/sources";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** An endpoint in the list: whose it is, its address to copy, and when somebody last rang. */
export function EndpointRow({ endpoint, last }: { endpoint: Endpoint; last: DeliverySummary | undefined }) {
  return (
    <li className="relative grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-2 px-4 py-3.5 hover:bg-surface-secondary sm:px-5 lg:grid-cols-[auto_minmax(12rem,1.1fr)_minmax(0,1.4fr)_10rem_6.5rem]">
      <SourceLogo source={endpoint.source} />
      <div className="flex min-w-0 flex-col">
        {/* The name's link fills the row; the copy button stays above it. */}
        <Link
          href={`/endpoints/${endpoint.id}`}
          className="truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
        >
          {endpoint.name}
        </Link>
        <span className="truncate text-muted text-sm">{findSource(endpoint.source)?.name ?? endpoint.source}</span>
      </div>
      <div className="relative z-10 order-last col-span-3 flex min-w-0 items-center gap-1 lg:order-none lg:col-span-1">
        <span className="min-w-0 truncate font-mono text-muted text-xs" title={endpoint.url}>
          {endpoint.url}
        </span>
        <CopyButton value={endpoint.url} label={`Copy URL of ${endpoint.name}`} />
      </div>
      <div className="hidden text-sm lg:block">
        {last ? (
          <span className="flex flex-col items-start">
            <StatusChip status={last.verdict} isCompact />
            <RelativeTime at={last.receivedAt} className="text-muted text-xs" />
          </span>
        ) : (
          <span className="text-muted">Never rung</span>
        )}
      </div>
      <span className="justify-self-end">
        <StatusChip status={endpoint.status} />
      </span>
    </li>
  );
}
