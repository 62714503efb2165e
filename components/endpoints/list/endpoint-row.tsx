import Link from "next/link";
import { ProofChip } from "@/components/endpoints/proof-chip";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusChip } from "@/components/ui/status-chip";
import { findSource } from "@/lib/catalog/sources";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** The columns, for the head and for each row. Below `lg` a row is a card. */
export const ENDPOINT_COLUMNS =
  "grid-cols-[auto_minmax(0,1fr)_auto] lg:grid-cols-[2.25rem_minmax(0,1.4fr)_minmax(0,1fr)_7.5rem_9rem_6.5rem]";

/** An endpoint in the list: whose it is, its address to copy, how it is proven, and when somebody last rang. */
export function EndpointRow({ endpoint, last }: { endpoint: Endpoint; last: DeliverySummary | undefined }) {
  return (
    <li
      className={`relative grid items-center gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-surface-secondary sm:px-5 ${ENDPOINT_COLUMNS}`}
    >
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
      <span className="justify-self-end lg:order-last">
        <StatusChip status={endpoint.status} />
      </span>
      <div className="relative z-10 col-span-3 flex min-w-0 items-center gap-1 lg:col-span-1">
        <code className="min-w-0 truncate font-mono text-muted text-xs" title={endpoint.url}>
          {shortUrl(endpoint.url)}
        </code>
        <CopyButton value={endpoint.url} label={`Copy URL of ${endpoint.name}`} />
      </div>
      <div className="col-span-3 flex items-center justify-between gap-4 lg:contents">
        <ProofChip endpoint={endpoint} />
        <div className="text-sm">
          {last ? (
            <span className="flex items-center gap-2 lg:flex-col lg:items-start lg:gap-0">
              <StatusChip status={last.verdict} isCompact />
              <RelativeTime at={last.receivedAt} className="text-muted text-xs" />
            </span>
          ) : (
            <span className="text-muted">Never rung</span>
          )}
        </div>
      </div>
    </li>
  );
}

/** The end of an address is what tells it from others. */
function shortUrl(url: string): string {
  const token = url.slice(url.lastIndexOf("/") + 1);
  return `…/${token.length > 14 ? `${token.slice(0, 6)}…${token.slice(-4)}` : token}`;
}
