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
  /** For how long a delivery with the same event id is a duplicate; null when none ever is. */
  dedupeMs: number | null;
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
      Buffer.concat(deliveries.map(({ body }) => body)),
      JSON.stringify(deliveries.flatMap(runRows)),
      ...deliveryColumns(deliveries),
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

/** The batch column by column, each with a value a line, which PostgreSQL takes in much faster than JSON. Empty is null. */
function deliveryColumns(deliveries: NewDelivery[]): string[] {
  const column = (read: (delivery: NewDelivery) => string | number | null) =>
    deliveries.map((delivery) => String(read(delivery) ?? "").replaceAll("\n", " ")).join("\n");
  let bodyEnd = 1;
  return [
    column(({ id }) => toUuid(id)),
    column(({ endpointId }) => toUuid(endpointId)),
    column(({ revision }) => revision),
    column(({ receivedAtMs }) => receivedAtMs),
    column(({ durationMs }) => durationMs),
    column(({ method }) => method),
    column(({ path }) => path),
    column(({ query }) => query),
    column(({ address }) => address),
    // JSON has no line breaks of its own.
    column(({ headers }) => JSON.stringify(headers)),
    column(({ contentType }) => contentType),
    column(({ body }) => {
      bodyEnd += body.length;
      return bodyEnd - body.length;
    }),
    column(({ body }) => body.length),
    column(({ verdict }) => verdict),
    column(({ reason }) => reason),
    column(({ eventType }) => eventType),
    column(({ eventId }) => eventId),
    column(({ status }) => status),
    column(({ secretId }) => secretId && toUuid(secretId)),
    column(({ checks }) => JSON.stringify(checks)),
    column(({ dedupeMs }) => dedupeMs),
  ];
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

const lines = (parameter: number, type: string) => `string_to_array($${parameter}, E'\\n', '')::${type}[]`;

/**
 * `fresh` leaves out what was decided under an old revision. `won` is the unique index deciding which deliveries are
 * the first of their event; it is sorted, so that two such statements never wait for each other in a circle.
 */
const COMMIT = `
WITH fresh AS (
  SELECT rung.*, e.workspace_id,
    CASE WHEN rung.dedupe_ms IS NOT NULL THEN sha256(convert_to(rung.event_id, 'UTF8')) END AS key_hash,
    to_timestamp(rung.received_at_ms / 1000) AS received_at
  FROM unnest(
    ${lines(3, "uuid")}, ${lines(4, "uuid")}, ${lines(5, "int")}, ${lines(6, "float8")}, ${lines(7, "real")},
    ${lines(8, "text")}, ${lines(9, "text")}, ${lines(10, "text")}, ${lines(11, "text")}, ${lines(12, "json")},
    ${lines(13, "text")}, ${lines(14, "int")}, ${lines(15, "int")}, ${lines(16, "text")}, ${lines(17, "text")},
    ${lines(18, "text")}, ${lines(19, "text")}, ${lines(20, "int")}, ${lines(21, "uuid")}, ${lines(22, "json")},
    ${lines(23, "float8")}
  ) AS rung(
    id, endpoint_id, revision, received_at_ms, duration_ms, method, path, query, address, headers, content_type,
    body_start, body_bytes, verdict, reason, event_type, event_id, status, secret_id, checks, dedupe_ms)
  JOIN endpoints e ON e.id = rung.endpoint_id
  WHERE e.revision = rung.revision AND e.deleted_at IS NULL
), won AS (
  INSERT INTO dedupe_keys (endpoint_id, key_hash, delivery_id, expires_at)
  SELECT DISTINCT ON (endpoint_id, key_hash)
    endpoint_id, key_hash, id, received_at + dedupe_ms * interval '1 millisecond'
  FROM fresh WHERE key_hash IS NOT NULL ORDER BY endpoint_id, key_hash, id
  ON CONFLICT (endpoint_id, key_hash) DO UPDATE
    SET delivery_id = excluded.delivery_id, expires_at = excluded.expires_at
    WHERE dedupe_keys.expires_at < now()
  RETURNING endpoint_id, key_hash, delivery_id
), judged AS (
  SELECT *, key_hash IS NOT NULL AND id NOT IN (SELECT delivery_id FROM won) AS is_duplicate FROM fresh
), traced AS (
  SELECT *, CASE WHEN is_duplicate THEN coalesce(
    (SELECT delivery_id FROM won WHERE won.endpoint_id = judged.endpoint_id AND won.key_hash = judged.key_hash),
    (SELECT delivery_id FROM dedupe_keys k WHERE k.endpoint_id = judged.endpoint_id AND k.key_hash = judged.key_hash)
  ) END AS duplicate_of
  FROM judged
), stored AS (
  INSERT INTO deliveries (id, workspace_id, endpoint_id, received_at, duration_ms, method, path, query, address, headers,
    content_type, body_bytes, verdict, reason, event_type, event_id, status, secret_id, checks, duplicate_of)
  SELECT id, workspace_id, endpoint_id, received_at, duration_ms, method, coalesce(path, ''), coalesce(query, ''),
    coalesce(address, ''), headers, coalesce(content_type, ''), body_bytes,
    CASE WHEN is_duplicate THEN 'duplicate' ELSE verdict END, reason, event_type, event_id,
    CASE WHEN is_duplicate THEN 200 ELSE status END, secret_id, checks, duplicate_of
  FROM traced
), bodies AS (
  INSERT INTO delivery_bodies (id, workspace_id, body)
  SELECT id, workspace_id, substring($1::bytea FROM body_start FOR body_bytes) FROM traced WHERE body_bytes > 0
), queued AS (
  INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, node_id, status, error, ended_at)
  SELECT r.id, traced.workspace_id, r.workflow_id, r.version, r.delivery_id, r.node_id, r.status, r.error,
    CASE WHEN r.status = 'filtered' THEN traced.received_at END
  FROM json_to_recordset($2) AS r(
    id uuid, delivery_id uuid, workflow_id uuid, version int, node_id text, status text, error text)
  JOIN traced ON traced.id = r.delivery_id AND NOT traced.is_duplicate
)
SELECT id, is_duplicate, duplicate_of FROM traced`;

/** For duplicates whose first was being committed at the same moment, and so could not be seen yet. */
const LINK_DUPLICATES = `
UPDATE deliveries d SET duplicate_of = k.delivery_id
FROM dedupe_keys k
WHERE d.id = ANY($1::uuid[]) AND k.endpoint_id = d.endpoint_id AND k.key_hash = sha256(convert_to(d.event_id, 'UTF8'))`;
