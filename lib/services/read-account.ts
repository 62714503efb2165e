import type { Actor } from "@/lib/domain/accounts/actor";
import type { Role } from "@/lib/domain/accounts/role";
import type { Id } from "@/lib/domain/ids";
import { found } from "@/lib/services/found";
import { findUser } from "@/lib/stores/users";
import { findWorkspace } from "@/lib/stores/workspaces";

/** Who the actor is. An API key has no user: its `userId` is null. */
export type Account = {
  userId: Id<"user"> | null;
  name: string;
  email: string;
  role: Role;
  workspace: { id: Id<"workspace">; name: string };
};

const API_KEY = { name: "API key", email: "" };

/** The actor's own name, role and workspace. */
export async function readAccount({ userId, role, workspaceId }: Actor): Promise<Account> {
  const [workspace, user] = await Promise.all([findWorkspace(workspaceId), userId ? findUser(userId) : API_KEY]);
  return {
    userId,
    ...found(user, "user"),
    role,
    workspace: { id: workspaceId, ...found(workspace, "workspace") },
  };
}
