import { DeliveryLine } from "@/components/endpoints/delivery-line";
import { WaitingForRing } from "@/components/endpoints/waiting-for-ring";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";

type EndpointDeliveriesProps = { endpointId: string; deliveries: DeliverySummary[] };

/** The newest deliveries to one endpoint; before the first, a wait for it. */
export function EndpointDeliveries({ endpointId, deliveries }: EndpointDeliveriesProps) {
  if (deliveries.length === 0) return <WaitingForRing endpointId={endpointId} />;
  return (
    <Section
      title="Latest deliveries"
      isFlush
      actions={
        <LinkButton href={`/deliveries?endpoint=${endpointId}`} variant="ghost" size="sm">
          All of them
        </LinkButton>
      }
    >
      <ul className="divide-y divide-separator border-separator border-t">
        {deliveries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} isOfThisEndpoint />
        ))}
      </ul>
    </Section>
  );
}
