import { CurlExample } from "@/components/endpoints/curl-example-block";
import { EndpointActions } from "@/components/endpoints/endpoint-actions";
import { EndpointDeliveries } from "@/components/endpoints/endpoint-deliveries";
import { ListenerList } from "@/components/endpoints/listener-list";
import { RingButton } from "@/components/endpoints/ring-button";
import { SecretList } from "@/components/endpoints/secret-list";
import { SetUpSteps } from "@/components/endpoints/set-up-steps";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { StatusChip } from "@/components/ui/status-chip";
import { findSource } from "@/lib/catalog/sources";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Endpoint, SigningSecret } from "@/lib/domain/endpoints/endpoint";
import type { Listener } from "@/lib/domain/endpoints/listener";

type EndpointViewProps = {
  endpoint: Endpoint;
  secrets: SigningSecret[];
  deliveries: DeliverySummary[];
  listeners: Listener[];
};

/** Everything about one endpoint. */
export function EndpointView({ endpoint, secrets, deliveries, listeners }: EndpointViewProps) {
  const source = findSource(endpoint.source);
  return (
    <>
      <PageHeader
        title={endpoint.name}
        back={{ href: "/endpoints", label: "Endpoints" }}
        beside={<StatusChip status={endpoint.status} />}
        description={
          <span className="flex items-center gap-2">
            <SourceLogo source={endpoint.source} size="sm" />
            Rung by {source?.name ?? endpoint.source}
          </span>
        }
        actions={
          <>
            <EndpointActions endpoint={endpoint} />
            <RingButton endpointId={endpoint.id} source={endpoint.source} isPrimary />
          </>
        }
      />
      {endpoint.status === "disabled" ? (
        <Notice tone="warn" title="This endpoint is disabled">
          Whoever rings is told that there is no such address. Enable it to take requests again.
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Section title="Address">
            <div className="flex flex-col gap-4">
              <CopyField label="URL" value={endpoint.url} copyLabel="Copy URL" />
              <CurlExample endpoint={endpoint} />
            </div>
          </Section>
          <EndpointDeliveries endpointId={endpoint.id} deliveries={deliveries} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Section title="Workflows that listen">
            <ListenerList listeners={listeners} endpoint={endpoint} />
          </Section>
          {source && source.secretBy !== "nobody" ? (
            <SecretList endpointId={endpoint.id} sourceName={source.name} secrets={secrets} />
          ) : null}
          {source ? (
            <Section title={`Set it up at ${source.docsUrl ? source.name : "the sender"}`}>
              <SetUpSteps source={source} />
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}
