import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Delivery } from "@/lib/domain/deliveries/delivery";
import type { BodyQuery } from "@/lib/domain/deliveries/delivery-query";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { unpackedBody } from "@/lib/services/unpacked-body";
import { findDelivery, findDeliveryBody } from "@/lib/stores/deliveries";

export async function readDelivery(actor: Actor, id: Id<"delivery">): Promise<Delivery> {
  authorize(actor, "delivery:read");
  return found(await findDelivery(actor.workspaceId, id), "delivery");
}

/** The bytes that came: as they came, or, when `decoded`, as they were before the sender compressed them. */
export async function readDeliveryBody(
  actor: Actor,
  id: Id<"delivery">,
  { decoded }: BodyQuery = { decoded: "false" },
): Promise<Uint8Array> {
  authorize(actor, "delivery:read");
  const bytes = found(await findDeliveryBody(actor.workspaceId, id), "delivery");
  if (decoded === "false") return bytes;
  const { headers } = found(await findDelivery(actor.workspaceId, id), "delivery");
  return unpackedBody(headers, bytes);
}
