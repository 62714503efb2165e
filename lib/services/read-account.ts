import type { Account } from "@/lib/domain/accounts/account";
import type { Actor } from "@/lib/domain/accounts/actor";
import { found } from "@/lib/services/found";
import { findUser } from "@/lib/stores/users";
import { findWorkspace } from "@/lib/stores/workspaces";

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
