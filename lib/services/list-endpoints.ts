import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { Page, PageQuery } from "@/lib/domain/page";
import { endpointView } from "@/lib/services/endpoint-view";
import { listEndpoints as findEndpoints } from "@/lib/stores/endpoints";

/** The workspace's endpoints, newest first. */
export async function listEndpoints(actor: Actor, query: PageQuery): Promise<Page<Endpoint>> {
  authorize(actor, "endpoint:read");
  const page = await findEndpoints(actor.workspaceId, query);
  return { ...page, items: page.items.map((endpoint) => endpointView(actor.workspaceId, endpoint)) };
}
