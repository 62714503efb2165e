import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Overview } from "@/lib/domain/overview";
import { readOverview as findOverview } from "@/lib/stores/overview";

/** The workspace at a glance. */
export async function readOverview(actor: Actor, nowMs = Date.now()): Promise<Overview> {
  authorize(actor, "delivery:read");
  return findOverview(actor.workspaceId, nowMs);
}
