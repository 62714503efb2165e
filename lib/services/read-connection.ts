import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Connection } from "@/lib/domain/connections/connection";
import type { Id } from "@/lib/domain/ids";
import { connectionView } from "@/lib/services/connection-view";
import { found } from "@/lib/services/found";
import { findSealedConnection } from "@/lib/stores/connections";

/** A connection without its secrets. */
export async function readConnection(actor: Actor, id: Id<"connection">): Promise<Connection> {
  authorize(actor, "connection:read");
  return connectionView(actor.workspaceId, found(await findSealedConnection(actor.workspaceId, id), "connection"));
}
