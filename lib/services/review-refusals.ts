import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Refusals } from "@/lib/domain/deliveries/refusals";
import type { Id } from "@/lib/domain/ids";
import { findRefusals } from "@/lib/stores/refusals";

const LOOK_BACK_MS = 7 * 86_400_000;

/** Why an endpoint refused what it refused in the last seven days, and how often. */
export async function reviewRefusals(actor: Actor, endpointId: Id<"endpoint">, nowMs = Date.now()): Promise<Refusals> {
  authorize(actor, "delivery:read");
  return findRefusals({ workspaceId: actor.workspaceId, endpointId, sinceMs: nowMs - LOOK_BACK_MS });
}
