import type { Actor } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { deleteSessionsOf } from "@/lib/stores/sessions";

/** Signs the actor out everywhere, here too. */
export async function endSessions(actor: Actor): Promise<{ ended: number }> {
  if (!actor.userId) throw new DoorbellError("forbidden", "An API key is not signed in, so it has no sessions to end.");
  return { ended: await deleteSessionsOf(actor.userId) };
}
