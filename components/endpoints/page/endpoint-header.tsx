import { EndpointActions } from "@/components/endpoints/page/endpoint-actions";
import { ProofChip } from "@/components/endpoints/proof-chip";
import { RingButton } from "@/components/endpoints/ring-button";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { findSource } from "@/lib/catalog/sources";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** Whose endpoint it is, how it is, its address to copy, and the bell to ring. */
export function EndpointHeader({ endpoint }: { endpoint: Endpoint }) {
  const source = findSource(endpoint.source);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <SourceLogo source={endpoint.source} size="lg" />
            <span className="wrap-anywhere min-w-0">{endpoint.name}</span>
          </span>
        }
        back={{ href: "/endpoints", label: "Endpoints" }}
        beside={<StatusChip status={endpoint.status} />}
        actions={
          <>
            <EndpointActions endpoint={endpoint} />
            <RingButton endpointId={endpoint.id} source={endpoint.source} isPrimary />
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <div className="panel flex min-w-0 max-w-full items-center gap-1 rounded-xl py-0.5 pr-1 pl-3">
          <code className="min-w-0 truncate font-mono text-[0.8125rem]" title={endpoint.url}>
            {endpoint.url}
          </code>
          <CopyButton value={endpoint.url} label="Copy URL" />
        </div>
        <span className="text-muted">{source?.name ?? endpoint.source}</span>
        <ProofChip endpoint={endpoint} />
      </div>
    </div>
  );
}
