import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";

export async function readDelivery(actor: Actor, id: Id<"delivery">): Promise<Delivery> {
  authorize(actor, "delivery:read");
  return found(await findDelivery(actor.workspaceId, id), "delivery");
}

/** The bytes that came, as they came. */
export async function readDeliveryBody(actor: Actor, id: Id<"delivery">): Promise<Uint8Array> {
  authorize(actor, "delivery:read");
  return found(await findDeliveryBody(actor.workspaceId, id), "delivery");
}
