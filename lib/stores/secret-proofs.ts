import { z } from "zod";
import type { EarlierUses, Proofs } from "@/lib/domain/endpoints/measure-use";
import { fromUuid, type Id, idBoundAt, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";

/** How many deliveries are looked at, whatever became of them. */
const ROWS_MAX = 1_000;
/** And how many where it is only asked when each secret was last used. */
const EARLIER_ROWS_MAX = 50_000;

const ProofRow = z.object({
  secretId: z
    .string()
    .nullable()
    .transform((uuid) => (uuid ? fromUuid("secret", uuid) : null)),
  atMs: z.number(),
});

/** Which secrets proved an endpoint's newest deliveries, newest first. */
export async function listProofs(workspaceId: Id<"workspace">, endpointId: Id<"endpoint">): Promise<Proofs> {
  const { rows } = await pool().query({
    name: "list-proofs",
    text: `SELECT secret_id AS "secretId", (extract(epoch FROM received_at) * 1000)::float8 AS "atMs"
           FROM deliveries WHERE workspace_id = $1 AND endpoint_id = $2 ORDER BY id DESC LIMIT ${ROWS_MAX}`,
    values: [toUuid(workspaceId), toUuid(endpointId)],
  });
  return { rows: z.array(ProofRow).parse(rows), isCut: rows.length === ROWS_MAX };
}

type Asked = { workspaceId: Id<"workspace">; endpointId: Id<"endpoint">; sinceMs: number };

const EarlierRow = ProofRow.extend({ oldestMs: z.number(), count: z.number() });

/** When secrets last proved a delivery, as far back as asked or as can be looked. */
export async function findEarlierUses({ workspaceId, endpointId, sinceMs }: Asked): Promise<EarlierUses> {
  const { rows } = await pool().query({
    name: "find-earlier-uses",
    text: FIND_EARLIER,
    values: [toUuid(workspaceId), toUuid(endpointId), toUuid(idBoundAt(sinceMs))],
  });
  const groups = z.array(EarlierRow).parse(rows);
  const isCut = groups.reduce((sum, { count }) => sum + count, 0) === EARLIER_ROWS_MAX;
  return {
    lastMs: new Map(groups.flatMap(({ secretId, atMs }) => (secretId ? [[secretId, atMs]] : []))),
    sinceMs: isCut ? Math.min(...groups.map(({ oldestMs }) => oldestMs)) : sinceMs,
  };
}

const FIND_EARLIER = `
SELECT secret_id AS "secretId", (extract(epoch FROM max(received_at)) * 1000)::float8 AS "atMs",
  (extract(epoch FROM min(received_at)) * 1000)::float8 AS "oldestMs", count(*)::int AS count
FROM (
  SELECT secret_id, received_at FROM deliveries
  WHERE workspace_id = $1 AND endpoint_id = $2 AND id >= $3 ORDER BY id DESC LIMIT ${EARLIER_ROWS_MAX}
) looked
GROUP BY secret_id`;
