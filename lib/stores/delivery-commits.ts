import type { Check, Header, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { RunStatus } from "@/lib/domain/runs/run";
import { pool, queryWithin } from "@/lib/platform/db";

/** Senders are waiting. */
const PATIENCE_MS = 2_500;

/** A run to be written with its delivery: queued, or already filtered with the reason. */
export type NewRun = {
  id: Id<"run">;
  workflowId: Id<"workflow">;
  version: number;
  nodeId: string;
  status: Extract<RunStatus, "queued" | "filtered">;
  error: string | null;
};

/** A delivery as it is written down, with what decided it. */
export type NewDelivery = {
  id: Id<"delivery">;
  workspaceId: Id<"workspace">;
  endpointId: Id<"endpoint">;
  /** The endpoint's revision that the verdict was reached under. */
  revision: number;
  receivedAtMs: number;
  durationMs: number;
  method: string;
  path: string;
  query: string;
  address: string;
  headers: Header[];
  contentType: string;
  body: Uint8Array;
  verdict: VerdictKind;
  reason: string | null;
  eventType: string | null;
  eventId: string | null;
  status: number;
  secretId: Id<"secret"> | null;
  checks: Check[];
  /** SHA-256 of what must not be accepted twice; absent when anything may. */
  dedupe: { keyHash: Uint8Array; windowMs: number } | null;
  runs: NewRun[];
};

export type Committed =
  | { kind: "stored" }
  /** Stored as a duplicate, without runs. */
  | { kind: "duplicate"; of: Id<"delivery"> | null }
  /** Not stored: the endpoint has changed since its revision was read. Decide again. */
  | { kind: "stale" };

/** Writes deliveries, their bytes, dedupe keys and runs: all in one commit, or none. Answers for each, in order. */
export async function commitDeliveries(deliveries: NewDelivery[]): Promise<Committed[]> {
  const { rows } = await queryWithin<ResultRow>(PATIENCE_MS, {
    name: "commit-deliveries",
    text: COMMIT,
    values: [
      JSON.stringify(deliveryRows(deliveries)),
      JSON.stringify(deliveries.flatMap(runRows)),
      Buffer.concat(deliveries.map(({ body }) => body)),
    ],
  });
  const results = new Map(rows.map((row) => [row.id, row]));
  const committed = deliveries.map((delivery) => toCommitted(results.get(toUuid(delivery.id))));
  const unlinked = rows.filter((row) => row.is_duplicate && row.duplicate_of === null).map((row) => row.id);
  if (unlinked.length > 0) await pool().query({ name: "link-duplicates", text: LINK_DUPLICATES, values: [unlinked] });
  return committed;
}

type ResultRow = { id: string; is_duplicate: boolean; duplicate_of: string | null };

function toCommitted(row: ResultRow | undefined): Committed {
  if (!row) return { kind: "stale" };
  if (!row.is_duplicate) return { kind: "stored" };
  return { kind: "duplicate", of: row.duplicate_of ? fromUuid("delivery", row.duplicate_of) : null };
}

function deliveryRows(deliveries: NewDelivery[]): object[] {
  let bodyStart = 1;
  return deliveries.map((delivery) => {
    const start = bodyStart;
    bodyStart += delivery.body.length;
    return {
      id: toUuid(delivery.id),
      workspace_id: toUuid(delivery.workspaceId),
      endpoint_id: toUuid(delivery.endpointId),
      revision: delivery.revision,
      received_at: new Date(delivery.receivedAtMs),
      duration_ms: delivery.durationMs,
      method: delivery.method,
      path: delivery.path,
      query: delivery.query,
      address: delivery.address,
      headers: delivery.headers,
      content_type: delivery.contentType,
      body_start: start,
      body_bytes: delivery.body.length,
      verdict: delivery.verdict,
      reason: delivery.reason,
      event_type: delivery.eventType,
      event_id: delivery.eventId,
      status: delivery.status,
      secret_id: delivery.secretId && toUuid(delivery.secretId),
      checks: delivery.checks,
      key_hash: delivery.dedupe && `\\x${Buffer.from(delivery.dedupe.keyHash).toString("hex")}`,
      key_expires_at: delivery.dedupe && new Date(delivery.receivedAtMs + delivery.dedupe.windowMs),
    };
  });
}

function runRows(delivery: NewDelivery): object[] {
  return delivery.runs.map((run) => ({
    id: toUuid(run.id),
    delivery_id: toUuid(delivery.id),
    workflow_id: toUuid(run.workflowId),
    version: run.version,
    node_id: run.nodeId,
    status: run.status,
    error: run.error,
  }));
}

/**
 * `fresh` leaves out what was decided under an old revision. `won` is the unique index deciding which deliveries are
 * the first of their event; it is sorted, so that two such statements never wait for each other in a circle.
 */
const COMMIT = `
WITH rung AS (
  SELECT * FROM json_to_recordset($1) AS r(
    id uuid, workspace_id uuid, endpoint_id uuid, revision int, received_at timestamptz, duration_ms real, method text,
    path text, query text, address text, headers json, content_type text, body_start int, body_bytes int, verdict text,
    reason text, event_type text, event_id text, status int, secret_id uuid, checks json, key_hash bytea,
    key_expires_at timestamptz)
), fresh AS (
  SELECT rung.* FROM rung JOIN endpoints e ON e.id = rung.endpoint_id
  WHERE e.revision = rung.revision AND e.deleted_at IS NULL
), won AS (
  INSERT INTO dedupe_keys (endpoint_id, key_hash, delivery_id, expires_at)
  SELECT DISTINCT ON (endpoint_id, key_hash) endpoint_id, key_hash, id, key_expires_at
  FROM fresh WHERE key_hash IS NOT NULL ORDER BY endpoint_id, key_hash, id
  ON CONFLICT (endpoint_id, key_hash) DO UPDATE
    SET delivery_id = excluded.delivery_id, expires_at = excluded.expires_at
    WHERE dedupe_keys.expires_at < now()
  RETURNING endpoint_id, key_hash, delivery_id
), judged AS (
  SELECT fresh.*, fresh.key_hash IS NOT NULL AND won.delivery_id IS DISTINCT FROM fresh.id AS is_duplicate,
         coalesce(won.delivery_id, earlier.delivery_id) AS first_id
  FROM fresh
  LEFT JOIN won ON won.endpoint_id = fresh.endpoint_id AND won.key_hash = fresh.key_hash
  LEFT JOIN dedupe_keys earlier ON earlier.endpoint_id = fresh.endpoint_id AND earlier.key_hash = fresh.key_hash
), stored AS (
  INSERT INTO deliveries (id, workspace_id, endpoint_id, received_at, duration_ms, method, path, query, address, headers,
    content_type, body_bytes, verdict, reason, event_type, event_id, status, secret_id, checks, duplicate_of)
  SELECT id, workspace_id, endpoint_id, received_at, duration_ms, method, path, query, address, headers,
    content_type, body_bytes, CASE WHEN is_duplicate THEN 'duplicate' ELSE verdict END, reason, event_type, event_id,
    CASE WHEN is_duplicate THEN 200 ELSE status END, secret_id, checks, CASE WHEN is_duplicate THEN first_id END
  FROM judged
), bodies AS (
  INSERT INTO delivery_bodies (id, workspace_id, body)
  SELECT id, workspace_id, substring($3::bytea FROM body_start FOR body_bytes) FROM judged WHERE body_bytes > 0
), queued AS (
  INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, node_id, status, error, ended_at)
  SELECT r.id, judged.workspace_id, r.workflow_id, r.version, r.delivery_id, r.node_id, r.status, r.error,
    CASE WHEN r.status = 'filtered' THEN judged.received_at END
  FROM json_to_recordset($2) AS r(
    id uuid, delivery_id uuid, workflow_id uuid, version int, node_id text, status text, error text)
  JOIN judged ON judged.id = r.delivery_id AND NOT judged.is_duplicate
)
SELECT id, is_duplicate, CASE WHEN is_duplicate THEN first_id END AS duplicate_of FROM judged`;

/** For duplicates whose first was being committed at the same moment, and so could not be seen yet. */
const LINK_DUPLICATES = `
UPDATE deliveries d SET duplicate_of = k.delivery_id
FROM dedupe_keys k
WHERE d.id = ANY($1::uuid[]) AND k.endpoint_id = d.endpoint_id AND k.key_hash = sha256(convert_to(d.event_id, 'UTF8'))`;
