import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { ConnectionTest, ConnectionTrial } from "@/lib/domain/connections/connection";
import type { Id } from "@/lib/domain/ids";
import { checkKind, checkSettings } from "@/lib/services/check-settings";
import { openCredentials } from "@/lib/services/connection-secrets";
import { found } from "@/lib/services/found";
import { probeConnection } from "@/lib/services/probe-connection";
import { findSealedConnection } from "@/lib/stores/connections";

/**
 * Asks the service whether a saved connection works. Whoever draws workflows may, since a run does the same; with changes
 * that are not saved yet only who may save them, since these choose where the stored secrets are sent.
 */
export async function testConnection(
  actor: Actor,
  id: Id<"connection">,
  { settings }: ConnectionTrial,
): Promise<ConnectionTest> {
  authorize(actor, settings ? "connection:write" : "connection:test");
  const { workspaceId } = actor;
  const stored = found(await findSealedConnection(workspaceId, id), "connection");
  const kind = checkKind(stored.kind);
  const checked = checkSettings(kind, settings ?? {}, openCredentials(workspaceId, stored));
  return probeConnection(workspaceId, { kind, credentials: { ...checked.settings, ...checked.secrets } });
}
