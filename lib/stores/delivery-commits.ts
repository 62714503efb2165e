import type { Check, Header, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { RunStatus } from "@/lib/domain/runs/run";
import { floatArray, intArray, jsonArray, textArray, uuidArray } from "@/lib/platform/binary-arrays";
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
  /** 16 bytes in hexadecimal digits, the same for the same event; null when there may be others like it. */
  dedupeKey: string | null;
  /** Until when a delivery with the same key is a duplicate, in ms since 1970. */
  dedupeUntilMs: number;
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
  await linkDuplicates(
    deliveries.filter(({ id }) => {
      const result = results.get(toUuid(id));
      return result?.is_duplicate && result.duplicate_of === null;
    }),
  );
  return deliveries.map(({ id }) => toCommitted(results.get(toUuid(id))));
}

async function linkDuplicates(unlinked: NewDelivery[]): Promise<void> {
  if (unlinked.length === 0) return;
  await pool().query({
    name: "link-duplicates",
    text: LINK_DUPLICATES,
    values: [
      uuidArray(unlinked.map(({ workspaceId }) => workspaceId)),
      uuidArray(unlinked.map(({ id }) => id)),
      uuidArray(unlinked.map(({ dedupeKey }) => dedupeKey)),
    ],
  });
}

type ResultRow = { id: string; is_duplicate: boolean; duplicate_of: string | null };

function toCommitted(row: ResultRow | undefined): Committed {
  if (!row) return { kind: "stale" };
  if (!row.is_duplicate) return { kind: "stored" };
  return { kind: "duplicate", of: row.duplicate_of ? fromUuid("delivery", row.duplicate_of) : null };
}

function deliveryColumns(deliveries: NewDelivery[]): Buffer[] {
  let bodyEnd = 1;
  return [
    uuidArray(deliveries.map(({ id }) => id)),
    uuidArray(deliveries.map(({ endpointId }) => endpointId)),
    intArray(deliveries.map(({ revision }) => revision)),
    floatArray(deliveries.map(({ receivedAtMs }) => receivedAtMs)),
    floatArray(deliveries.map(({ durationMs }) => durationMs)),
    textArray(deliveries.map(({ method }) => method)),
    textArray(deliveries.map(({ path }) => path)),
    textArray(deliveries.map(({ query }) => query)),
    textArray(deliveries.map(({ address }) => address)),
    jsonArray(deliveries.map(({ headers }) => JSON.stringify(headers))),
    textArray(deliveries.map(({ contentType }) => contentType)),
    intArray(
      deliveries.map(({ body }) => {
        bodyEnd += body.length;
        return bodyEnd - body.length;
      }),
    ),
    intArray(deliveries.map(({ body }) => body.length)),
    textArray(deliveries.map(({ verdict }) => verdict)),
    textArray(deliveries.map(({ reason }) => reason)),
    textArray(deliveries.map(({ eventType }) => eventType)),
    textArray(deliveries.map(({ eventId }) => eventId)),
    intArray(deliveries.map(({ status }) => status)),
    uuidArray(deliveries.map(({ secretId }) => secretId)),
    jsonArray(deliveries.map(({ checks }) => JSON.stringify(checks))),
    uuidArray(deliveries.map(({ dedupeKey }) => dedupeKey)),
    floatArray(deliveries.map(({ dedupeUntilMs }) => dedupeUntilMs)),
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

/**
 * `fresh` leaves out what was decided under an old revision. `won` is the unique index deciding which deliveries are
 * the first of their event; it is sorted, so that two such statements never wait for each other in a circle.
 */
const COMMIT = `
WITH fresh AS (
  SELECT rung.*, e.workspace_id, to_timestamp(rung.received_at_ms / 1000) AS received_at
  FROM unnest(
    $3::uuid[], $4::uuid[], $5::int[], $6::float8[], $7::float8[], $8::text[], $9::text[], $10::text[], $11::text[],
    $12::json[], $13::text[], $14::int[], $15::int[], $16::text[], $17::text[], $18::text[], $19::text[], $20::int[],
    $21::uuid[], $22::json[], $23::uuid[], $24::float8[]
  ) AS rung(
    id, endpoint_id, revision, received_at_ms, duration_ms, method, path, query, address, headers, content_type,
    body_start, body_bytes, verdict, reason, event_type, event_id, status, secret_id, checks, dedupe_key,
    dedupe_until_ms)
  JOIN endpoints e ON e.id = rung.endpoint_id
  WHERE e.revision = rung.revision AND e.deleted_at IS NULL
), won AS (
  INSERT INTO dedupe_keys (key, delivery_id, expires_at)
  SELECT DISTINCT ON (dedupe_key) dedupe_key, id, to_timestamp(dedupe_until_ms / 1000)
  FROM fresh WHERE dedupe_key IS NOT NULL ORDER BY dedupe_key, id
  ON CONFLICT (key) DO UPDATE
    SET delivery_id = excluded.delivery_id, expires_at = excluded.expires_at
    WHERE dedupe_keys.expires_at < now()
  RETURNING key, delivery_id
), judged AS (
  SELECT fresh.*, dedupe_key IS NOT NULL AND won.key IS NULL AS is_duplicate
  FROM fresh LEFT JOIN won ON won.delivery_id = fresh.id
), traced AS (
  SELECT *, CASE WHEN is_duplicate THEN coalesce(
    (SELECT delivery_id FROM won WHERE won.key = judged.dedupe_key),
    (SELECT delivery_id FROM dedupe_keys k WHERE k.key = judged.dedupe_key)
  ) END AS duplicate_of
  FROM judged
), stored AS (
  INSERT INTO deliveries (id, workspace_id, endpoint_id, received_at, duration_ms, method, path, query, address, headers,
    content_type, body_bytes, verdict, reason, event_type, event_id, status, secret_id, checks, duplicate_of, body)
  SELECT id, workspace_id, endpoint_id, received_at, duration_ms, method, path, query, address, headers, content_type,
    body_bytes, CASE WHEN is_duplicate THEN 'duplicate' ELSE verdict END, reason, event_type, event_id,
    CASE WHEN is_duplicate THEN 200 ELSE status END, secret_id, checks, duplicate_of,
    substring($1::bytea FROM body_start FOR body_bytes)
  FROM traced
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
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS unlinked(workspace_id, id, dedupe_key)
JOIN dedupe_keys k ON k.key = unlinked.dedupe_key
WHERE d.workspace_id = unlinked.workspace_id AND d.id = unlinked.id`;
