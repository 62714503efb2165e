import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { findConnectionKind } from "@/lib/catalog/connections/index";
import { type Id, idSchema } from "@/lib/domain/ids";
import { openCredentials } from "@/lib/services/connection-secrets";
import { findSealedConnection, noteConnectionUse } from "@/lib/stores/connections";

/** A connection with its secrets open: only in memory, and only while a request is made ready. */
export type OpenConnection = { kind: string; credentials: Credentials; secretKeys: ReadonlySet<string> };

/** The credentials of a workspace's connection, or null when it has none with that id. */
export async function openConnection(workspaceId: Id<"workspace">, id: string): Promise<OpenConnection | null> {
  const parsed = idSchema("connection").safeParse(id);
  const stored = parsed.success ? await findSealedConnection(workspaceId, parsed.data) : undefined;
  const kind = stored && findConnectionKind(stored.kind);
  if (!stored || !kind) return null;
  noteConnectionUse(stored.id);
  return {
    kind: stored.kind,
    credentials: openCredentials(workspaceId, stored),
    secretKeys: kind.secretKeys,
  };
}
