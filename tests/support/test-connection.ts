import { findConnectionKind } from "@/lib/catalog/connections/index";
import type { Actor } from "@/lib/domain/accounts/actor";
import { type Id, newId } from "@/lib/domain/ids";
import { seal } from "@/lib/platform/cipher";
import { createConnection } from "@/lib/stores/connections";

/** Saves a connection as the app would: what its kind calls a secret is sealed. */
export async function createTestConnection(
  { workspaceId }: Actor,
  kind: string,
  credentials: Record<string, string>,
): Promise<Id<"connection">> {
  const id = newId("connection");
  const secretKeys = findConnectionKind(kind)?.secretKeys ?? new Set();
  const pick = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(credentials).filter(([key]) => secretKeys.has(key) === isSecret));
  const secretsSealed = seal(JSON.stringify(pick(true)), { workspaceId, purpose: "connection", id });
  await createConnection(workspaceId, { id, kind, name: kind, settings: pick(false), secretsSealed, createdBy: null });
  return id;
}
