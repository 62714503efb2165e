import { Inbox } from "lucide-react";
import { DeliveryLine } from "@/components/endpoints/delivery-line";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";

/** The newest deliveries. */
export function RecentDeliveries({ deliveries }: { deliveries: DeliverySummary[] }) {
  return (
    <Section
      title="Latest deliveries"
      isFlush
      actions={
        <LinkButton href="/deliveries" variant="ghost" size="sm">
          All deliveries
        </LinkButton>
      }
    >
      {deliveries.length === 0 ? (
        <EmptyState
          icon={Inbox}
          title="Nobody has rung yet"
          actions={
            <LinkButton href="/endpoints" size="sm" variant="outline">
              See your endpoints
            </LinkButton>
          }
        >
          Everything that arrives is written down here, also what is refused.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-separator border-t">
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </Section>
  );
}
