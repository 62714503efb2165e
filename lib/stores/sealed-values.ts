import { z } from "zod";
import { fromUuid, type IdKind } from "@/lib/domain/ids";
import type { Binding } from "@/lib/platform/cipher";
import { pool } from "@/lib/platform/db";
import { lendConnection } from "@/lib/platform/lend-connection";

type SealedColumn = { table: string; column: string; kind: IdKind; purpose: string };

/** Every column that holds sealed values, with what they are bound to besides their workspace. Add yours here. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "endpoints", column: "token_sealed", kind: "endpoint", purpose: "endpoint-token" },
  { table: "signing_secrets", column: "value_sealed", kind: "secret", purpose: "signing-secret" },
  { table: "connections", column: "secrets_sealed", kind: "connection", purpose: "connection" },
];

const BATCH = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

export type SealedValue = { uuid: string; sealed: Uint8Array; boundTo: Binding };

const Row = z.object({ uuid: z.string(), workspaceId: z.string(), sealed: z.instanceof(Uint8Array) });

/**
 * The values of a column that were sealed with another key than that of the id, of every workspace: only for sealing
 * them anew. In batches, by the rows' ids.
 */
export async function listSealedOtherwise(
  { table, column, kind, purpose }: SealedColumn,
  keyId: Uint8Array,
  after = FIRST,
): Promise<SealedValue[]> {
  const { rows } = await pool().query(
    `SELECT id AS uuid, workspace_id AS "workspaceId", ${column} AS sealed FROM ${table}
     WHERE substring(${column} FOR ${keyId.length}) <> $1 AND id > $2 ORDER BY id LIMIT ${BATCH}`,
    [keyId, after],
  );
  return z
    .array(Row)
    .parse(rows)
    .map(({ uuid, workspaceId, sealed }) => ({
      uuid,
      sealed,
      boundTo: { workspaceId: fromUuid("workspace", workspaceId), purpose, id: fromUuid(kind, uuid) },
    }));
}

type Resealed = SealedValue & { fresh: Uint8Array };

/** Puts values in place of those that they were made from, and leaves what has changed meanwhile. */
export async function replaceSealed({ table, column }: SealedColumn, values: readonly Resealed[]): Promise<number> {
  const { rowCount } = await pool().query(
    `UPDATE ${table} SET ${column} = fresh.value
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS fresh(id, previous, value)
     WHERE ${table}.id = fresh.id AND ${table}.${column} = fresh.previous`,
    [values.map(({ uuid }) => uuid), values.map(({ sealed }) => sealed), values.map(({ fresh }) => fresh)],
  );
  return rowCount ?? 0;
}

/** Whether anything is sealed with the key of that id. */
export async function isKeyInUse(keyId: Uint8Array): Promise<boolean> {
  const parts = sealedColumns.map(
    ({ table, column }) => `EXISTS (SELECT 1 FROM ${table} WHERE substring(${column} FOR ${keyId.length}) = $1)`,
  );
  const { rows } = await pool().query<{ isInUse: boolean }>(`SELECT ${parts.join(" OR ")} AS "isInUse"`, [keyId]);
  return rows[0]?.isInUse ?? true;
}

/** Does something that nobody else may do at the same time, in any process. Undefined when somebody does. */
export async function withSealingLock<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  return lendConnection(pool(), async (client) => {
    const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtext('doorbell.seal')) AS has");
    if (!rows[0].has) return undefined;
    try {
      return await work();
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtext('doorbell.seal'))");
    }
  });
}
