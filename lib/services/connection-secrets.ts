import { z } from "zod";
import type { Credentials } from "@/lib/catalog/connections/define-connection";
import type { Id } from "@/lib/domain/ids";
import { open, seal } from "@/lib/platform/cipher";
import type { StoredConnection } from "@/lib/stores/connections";

const Secrets = z.record(z.string(), z.string());

const boundTo = (workspaceId: Id<"workspace">, id: Id<"connection">) => ({ workspaceId, purpose: "connection", id });

/** A connection's secrets for keeping: all in one value, which opens for this connection only. */
export function sealSecrets(
  workspaceId: Id<"workspace">,
  id: Id<"connection">,
  secrets: Readonly<Record<string, string>>,
): Uint8Array {
  return seal(JSON.stringify(secrets), boundTo(workspaceId, id));
}

/** Everything that a stored connection holds, secrets included. */
export function openCredentials(
  workspaceId: Id<"workspace">,
  { id, settings, secretsSealed }: Pick<StoredConnection, "id" | "settings" | "secretsSealed">,
): Credentials {
  const secrets = open(secretsSealed, boundTo(workspaceId, id));
  return { ...settings, ...Secrets.parse(JSON.parse(secrets)) };
}
