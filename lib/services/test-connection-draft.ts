import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { ConnectionDraft, ConnectionTest } from "@/lib/domain/connections/connection";
import { checkKind, checkSettings } from "@/lib/services/check-settings";
import { probeConnection } from "@/lib/services/probe-connection";

/** Asks the service whether credentials work, before they are saved. It keeps nothing of them. */
export async function testConnectionDraft(
  actor: Actor,
  { kind: kindId, settings }: ConnectionDraft,
): Promise<ConnectionTest> {
  authorize(actor, "connection:write");
  const kind = checkKind(kindId);
  const checked = checkSettings(kind, settings);
  return probeConnection(actor.workspaceId, { kind, credentials: { ...checked.settings, ...checked.secrets } });
}
