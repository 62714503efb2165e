import { findSource } from "@/lib/catalog/sources/index";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Endpoint, EndpointChange } from "@/lib/domain/endpoints/endpoint";
import type { Id } from "@/lib/domain/ids";
import { checkOptions } from "@/lib/services/check-options";
import { endpointView } from "@/lib/services/endpoint-view";
import { found } from "@/lib/services/found";
import { findEndpoint, changeEndpoint as writeChange } from "@/lib/stores/endpoints";

/** Renames, disables, enables or sets the options of an endpoint. It holds from the next ring on. */
export async function changeEndpoint(actor: Actor, id: Id<"endpoint">, change: EndpointChange): Promise<Endpoint> {
  authorize(actor, "endpoint:write");
  const options = change.options && (await readOptions(actor, id, change.options));
  const endpoint = await writeChange(actor.workspaceId, id, { ...change, options });
  return endpointView(actor.workspaceId, found(endpoint, "endpoint"));
}

async function readOptions(actor: Actor, id: Id<"endpoint">, options: Record<string, unknown>) {
  const before = found(await findEndpoint(actor.workspaceId, id), "endpoint");
  return checkOptions(found(findSource(before.source), "source"), options, before.options);
}
