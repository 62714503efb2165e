import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { SecurityEvent, SecurityEventQuery } from "@/lib/domain/endpoints/security-event";
import type { Page } from "@/lib/domain/page";
import { listSecurityEvents as findSecurityEvents } from "@/lib/stores/security-events";

/** What happened at the doors that somebody should know of, newest first. */
export async function listSecurityEvents(actor: Actor, query: SecurityEventQuery): Promise<Page<SecurityEvent>> {
  authorize(actor, "delivery:read");
  return findSecurityEvents(actor.workspaceId, query);
}
