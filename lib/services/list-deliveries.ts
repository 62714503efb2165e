import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";
import type { DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";
import type { Page } from "@/lib/domain/page";
import { listDeliveries as findDeliveries } from "@/lib/stores/deliveries";

/** The log of deliveries, newest first. */
export async function listDeliveries(actor: Actor, query: DeliveryQuery): Promise<Page<DeliverySummary>> {
  authorize(actor, "delivery:read");
  return findDeliveries(actor.workspaceId, query);
}
