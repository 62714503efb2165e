import { isAllowed, type Permission, type Role } from "@/lib/domain/accounts/role";
import { DoorbellError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";

/** Who is asking, for which workspace: a signed-in member, or an API key, which has no user. */
export type Actor = { workspaceId: Id<"workspace">; role: Role; userId: Id<"user"> | null };

/** Lets the actor pass, or refuses with a sentence. Every service begins with it. */
export function authorize(actor: Actor, permission: Permission): void {
  if (isAllowed(actor.role, permission)) return;
  throw new DoorbellError("forbidden", "Your role does not allow this. An admin can give you another.");
}
