import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Connection, ConnectionChange } from "@/lib/domain/connections/connection";
import type { Id } from "@/lib/domain/ids";
import { checkKind, checkSettings } from "@/lib/services/check-settings";
import { openCredentials, sealSecrets } from "@/lib/services/connection-secrets";
import { connectionView } from "@/lib/services/connection-view";
import { found } from "@/lib/services/found";
import { findSealedConnection, changeConnection as writeChange } from "@/lib/stores/connections";

/** Renames a connection, or gives it other credentials: runs use them from their next request on. */
export async function changeConnection(
  actor: Actor,
  id: Id<"connection">,
  { name, settings }: ConnectionChange,
): Promise<Connection> {
  authorize(actor, "connection:write");
  const { workspaceId } = actor;
  const before = found(await findSealedConnection(workspaceId, id), "connection");
  const change = settings && checkSettings(checkKind(before.kind), settings, openCredentials(workspaceId, before));
  const stored = await writeChange(workspaceId, id, {
    ...(name === undefined ? {} : { name }),
    ...(change && { settings: change.settings, secretsSealed: sealSecrets(workspaceId, id, change.secrets) }),
  });
  return connectionView(workspaceId, found(stored, "connection"));
}
