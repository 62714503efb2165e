import { findConnectionKind } from "@/lib/catalog/connections/index";
import type { Connection } from "@/lib/domain/connections/connection";
import type { Id } from "@/lib/domain/ids";
import { openCredentials } from "@/lib/services/connection-secrets";
import { hiderOf } from "@/lib/services/hide-secrets";
import type { StoredConnection } from "@/lib/stores/connections";

/** A connection as members and the API see it: without any secret, whatever its kind makes of them in its description. */
export function connectionView(workspaceId: Id<"workspace">, stored: StoredConnection): Connection {
  const { id, kind, name, settings, createdAt, updatedAt, lastUsedAt } = stored;
  return {
    id,
    kind,
    name,
    description: describe(workspaceId, stored),
    settings,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

function describe(workspaceId: Id<"workspace">, stored: StoredConnection): string {
  const kind = findConnectionKind(stored.kind);
  if (!kind) return "";
  const credentials = openCredentials(workspaceId, stored);
  return hiderOf({ credentials, secretKeys: kind.secretKeys })(kind.describe(credentials));
}
