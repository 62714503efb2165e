import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { fromUuid, type Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { processDelivery } from "@/lib/services/process-delivery";
import { findEndpoint } from "@/lib/stores/endpoints";
import { listHeld } from "@/lib/stores/late-acceptance";

/** How many are released by one request: the caller asks again while some are left. */
const BATCH = 200;

/** Releases the oldest of an endpoint's held deliveries, in the order they came. */
export async function releaseHeld(
  actor: Actor,
  endpointId: Id<"endpoint">,
): Promise<{ released: number; left: number }> {
  authorize(actor, "delivery:process");
  found(await findEndpoint(actor.workspaceId, endpointId), "endpoint");
  const { uuids, left } = await listHeld(actor.workspaceId, endpointId, BATCH);
  let released = 0;
  for (const uuid of uuids) if (await release(actor, fromUuid("delivery", uuid))) released += 1;
  return { released, left };
}

/** False for one that somebody else released meanwhile. */
async function release(actor: Actor, id: Id<"delivery">): Promise<boolean> {
  try {
    await processDelivery(actor, id);
    return true;
  } catch (error) {
    if (error instanceof DoorbellError && error.code === "conflict") return false;
    throw error;
  }
}
