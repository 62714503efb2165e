import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Connection, NewConnection } from "@/lib/domain/connections/connection";
import { newId } from "@/lib/domain/ids";
import { checkKind, checkSettings } from "@/lib/services/check-settings";
import { sealSecrets } from "@/lib/services/connection-secrets";
import { connectionView } from "@/lib/services/connection-view";
import { createConnection as writeConnection } from "@/lib/stores/connections";

/** Saves credentials for nodes to use. Nothing secret of them is in any answer, this one included. */
export async function createConnection(actor: Actor, { kind, name, settings }: NewConnection): Promise<Connection> {
  authorize(actor, "connection:write");
  const checked = checkSettings(checkKind(kind), settings);
  const { workspaceId } = actor;
  const id = newId("connection");
  const stored = await writeConnection(workspaceId, {
    id,
    kind,
    name,
    settings: checked.settings,
    secretsSealed: sealSecrets(workspaceId, id, checked.secrets),
    createdBy: actor.userId,
  });
  return connectionView(workspaceId, stored);
}
