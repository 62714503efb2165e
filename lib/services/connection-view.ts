import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { findConnectionKind } from "@/lib/catalog/connections/index";
import type { Connection } from "@/lib/domain/connections/connection";
import type { Id } from "@/lib/domain/ids";
import { openCredentials } from "@/lib/services/connection-secrets";
import { hiderOf } from "@/lib/services/hide-secrets";
import type { StoredConnection } from "@/lib/stores/connections";

/** A connection as members and the API see it: without any secret, whatever its kind makes of them in its description. */
export function connectionView(workspaceId: Id<"workspace">, stored: StoredConnection): Connection {
  const { id, kind, name, settings, createdAt, updatedAt, lastUsedAt } = stored;
  const credentials = openCredentials(workspaceId, stored);
  return {
    id,
    kind,
    name,
    description: describe(kind, credentials),
    settings,
    secrets: Object.keys(credentials).filter((key) => !(key in settings) && credentials[key] !== ""),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

function describe(kindId: string, credentials: Credentials): string {
  const kind = findConnectionKind(kindId);
  return kind ? hiderOf({ credentials, secretKeys: kind.secretKeys })(kind.describe(credentials)) : "";
}
