import { CurlExample } from "@/components/endpoints/curl-example-block";
import { EndpointDeliveries } from "@/components/endpoints/page/endpoint-deliveries";
import { ListenerList } from "@/components/endpoints/page/listener-list";
import { SetUpSteps } from "@/components/endpoints/set-up-steps";
import { Section } from "@/components/ui/section";
import { findSource } from "@/lib/catalog/sources";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Listener } from "@/lib/domain/endpoints/listener";

type OverviewProps = { endpoint: Endpoint; deliveries: DeliverySummary[]; listeners: Listener[] };

/** Who rang lately, what that sets off, and how the sender is set up. */
export function Overview({ endpoint, deliveries, listeners }: OverviewProps) {
  const source = findSource(endpoint.source);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <EndpointDeliveries endpointId={endpoint.id} deliveries={deliveries} />
        <Section title="Ring from a terminal" description="As the sender would, signature and all.">
          <CurlExample endpoint={endpoint} />
        </Section>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Section title="Workflows that listen">
          <ListenerList listeners={listeners} endpoint={endpoint} />
        </Section>
        {source ? (
          <Section title={`Set it up at ${source.docsUrl ? source.name : "the sender"}`}>
            <SetUpSteps source={source} />
          </Section>
        ) : null}
      </div>
    </div>
  );
}
