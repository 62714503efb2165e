import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { ConnectionUse } from "@/lib/domain/connections/connection";
import type { Id } from "@/lib/domain/ids";
import { listConnectionUses as findUses } from "@/lib/stores/connection-uses";

/** The published workflows that use each of these connections. */
export async function listConnectionUses(
  actor: Actor,
  ids: readonly Id<"connection">[],
): Promise<ReadonlyMap<string, readonly ConnectionUse[]>> {
  authorize(actor, "workflow:read");
  return findUses(actor.workspaceId, ids);
}
