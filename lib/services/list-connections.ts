import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Connection } from "@/lib/domain/connections/connection";
import type { Page, PageQuery } from "@/lib/domain/page";
import { connectionView } from "@/lib/services/connection-view";
import { listConnections as findConnections } from "@/lib/stores/connections";

/** The workspace's connections, newest first, without their secrets. */
export async function listConnections(actor: Actor, query: PageQuery): Promise<Page<Connection>> {
  authorize(actor, "connection:read");
  const page = await findConnections(actor.workspaceId, query);
  return { ...page, items: page.items.map((stored) => connectionView(actor.workspaceId, stored)) };
}
