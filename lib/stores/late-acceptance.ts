import { type Id, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";
import { type NewRun, runRow } from "@/lib/stores/delivery-commits";

/** What has been found out of a delivery that was refused or held, now that it is let in. */
export type LateAcceptance = {
  eventType: string | null;
  eventId: string | null;
  dedupeKey: string | null;
  dedupeUntilMs: number;
  runs: NewRun[];
};

/**
 * Lets a refused or held delivery in and writes its runs, in one commit, even if its event has come before. What comes
 * again from now on is a repeat. False when it was neither any more: of two who do this at once, one does it.
 */
export async function acceptLate(
  workspaceId: Id<"workspace">,
  id: Id<"delivery">,
  { eventType, eventId, dedupeKey, dedupeUntilMs, runs }: LateAcceptance,
): Promise<boolean> {
  const rows = JSON.stringify(runs.map((run) => runRow(id, run)));
  const values = [toUuid(workspaceId), toUuid(id), eventType, eventId, dedupeKey, dedupeUntilMs, rows];
  const { rowCount } = await pool().query({ name: "accept-late", text: ACCEPT, values });
  return rowCount === 1;
}

const ACCEPT = `
WITH taken AS (
  UPDATE deliveries
  SET verdict = 'accepted', event_type = coalesce(event_type, $3), event_id = coalesce(event_id, $4)
  WHERE workspace_id = $1 AND id = $2 AND verdict IN ('rejected', 'held')
  RETURNING id, workspace_id
), keys AS (
  INSERT INTO dedupe_keys (key, delivery_id, expires_at)
  SELECT left_behind.key, taken.id, to_timestamp($6::float8 / 1000)
  FROM taken, (
    SELECT $5::uuid AS key UNION SELECT r.dedupe_key FROM json_to_recordset($7) AS r(dedupe_key uuid)
  ) AS left_behind
  WHERE left_behind.key IS NOT NULL ORDER BY left_behind.key
  ON CONFLICT (key) DO UPDATE
    SET delivery_id = excluded.delivery_id, expires_at = excluded.expires_at
    WHERE dedupe_keys.expires_at < now()
), queued AS (
  INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, node_id, item, lane_limit, lane_key, status,
    error, ended_at)
  SELECT r.id, taken.workspace_id, r.workflow_id, r.version, taken.id, r.node_id, r.item, r.lane_limit, r.lane_key,
    r.status, r.error,
    CASE WHEN r.status = 'filtered' THEN now() END
  FROM json_to_recordset($7) AS r(
    id uuid, workflow_id uuid, version int, node_id text, item int, lane_limit int, lane_key text, status text,
    error text), taken
)
SELECT id FROM taken`;

/** The oldest held deliveries of an endpoint. */
export async function listHeld(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
  limit: number,
): Promise<{ uuids: string[]; left: number }> {
  const { rows } = await pool().query<{ uuids: string[] | null; left: number }>(HELD, [
    toUuid(workspaceId),
    toUuid(endpointId),
    limit,
  ]);
  return { uuids: rows[0]?.uuids ?? [], left: rows[0]?.left ?? 0 };
}

const HELD = `
WITH held AS (
  SELECT id FROM deliveries WHERE workspace_id = $1 AND endpoint_id = $2 AND verdict = 'held' ORDER BY id LIMIT 10000
)
SELECT (SELECT array_agg(id ORDER BY id) FROM (SELECT id FROM held ORDER BY id LIMIT $3) AS first) AS uuids,
       greatest(0, (SELECT count(*) FROM held) - $3)::int AS "left"`;

/** How many held deliveries an endpoint has. All of its deliveries are looked at. */
export async function countHeld(workspaceId: Id<"workspace">, endpointId: Id<"endpoint">): Promise<number> {
  const { rows } = await pool().query<{ count: number }>({
    name: "count-held",
    text: `SELECT count(*)::int AS count FROM deliveries
           WHERE workspace_id = $1 AND endpoint_id = $2 AND verdict = 'held'`,
    values: [toUuid(workspaceId), toUuid(endpointId)],
  });
  return rows[0]?.count ?? 0;
}
