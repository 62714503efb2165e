import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { ApiKey } from "@/lib/domain/accounts/api-key";
import { listApiKeys as readApiKeys } from "@/lib/stores/api-keys";

/** The workspace's API keys, newest first, without their values. */
export async function listApiKeys(actor: Actor): Promise<ApiKey[]> {
  authorize(actor, "api-key:read");
  return readApiKeys(actor.workspaceId);
}
