import { findConnectionKind } from "@/lib/catalog/connections/index";
import type { Actor } from "@/lib/domain/accounts/actor";
import { type Id, newId } from "@/lib/domain/ids";
import { seal } from "@/lib/platform/cipher";
import { createConnection } from "@/lib/stores/connections";

export type TestConnection = { kind: string; credentials: Record<string, string> };

/** Keeps credentials as a workspace's connection. Throws when their kind would not take them. */
export async function createTestConnection(
  { workspaceId }: Actor,
  { kind: kindId, credentials }: TestConnection,
): Promise<Id<"connection">> {
  const kind = findConnectionKind(kindId);
  if (!kind) throw new Error(`There is no kind of connection called ${kindId}.`);
  const entries = Object.entries(kind.schema.parse(credentials)).map(([key, value]) => [key, String(value)] as const);
  const id = newId("connection");
  const secrets = Object.fromEntries(entries.filter(([key]) => kind.secretKeys.has(key)));
  await createConnection(workspaceId, {
    id,
    kind: kindId,
    name: "Test",
    settings: Object.fromEntries(entries.filter(([key]) => !kind.secretKeys.has(key))),
    secretsSealed: seal(JSON.stringify(secrets), { workspaceId, purpose: "connection", id }),
    createdBy: null,
  });
  return id;
}
