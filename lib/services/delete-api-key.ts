import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { deleteApiKey as writeDeletion } from "@/lib/stores/api-keys";

/** Ends an API key at once. */
export async function deleteApiKey(actor: Actor, id: Id<"apiKey">): Promise<void> {
  authorize(actor, "api-key:write");
  found((await writeDeletion(actor.workspaceId, id)) || undefined, "API key");
}
