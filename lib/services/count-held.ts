import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { countHeld as count } from "@/lib/stores/late-acceptance";

/** How many of an endpoint's deliveries wait to be released. */
export async function countHeld(actor: Actor, endpointId: Id<"endpoint">): Promise<number> {
  authorize(actor, "delivery:read");
  return count(actor.workspaceId, endpointId);
}
