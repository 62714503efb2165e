import type { Check, Header, VerdictKind } from "@/lib/domain/deliveries/delivery";
import { type Id, toUuid } from "@/lib/domain/ids";
import type { RunStatus } from "@/lib/domain/runs/run";
import { createBatcher } from "@/lib/platform/batcher";
import { floatArray, intArray, jsonArray, textArray, uuidArray } from "@/lib/platform/binary-arrays";
import { isDatabaseAway } from "@/lib/platform/database-away";
import { pool, queryWithin } from "@/lib/platform/db";

/** Senders are waiting. */
const PATIENCE_MS = 2_500;
const BATCH_SIZE_MAX = 500;
const BATCH_BYTES_MAX = 16_777_216;
const IN_FLIGHT_MAX = 2;
/** With fewer, it is cheaper to wait for the commit that is under way than to make another. */
const WORTH_SIZE = 8;
const WAITING_MAX = 20_000;

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

/**
 * What became of a delivery: `stored`; stored as a `duplicate`, without runs; or not stored, since the endpoint has
 * changed since its revision was read (`stale`: decide again).
 */
export type Committed = "stored" | "duplicate" | "stale";

/** Writes a delivery, with whatever else arrives at the same time. Fails when it is not on disk. */
export const commitDelivery = createBatcher({
  flush: commitDeliveries,
  batchSizeMax: BATCH_SIZE_MAX,
  inFlightMax: IN_FLIGHT_MAX,
  worthSize: WORTH_SIZE,
  waitingMax: WAITING_MAX,
  weigh: ({ body }) => body.length,
  batchWeightMax: BATCH_BYTES_MAX,
  failsAll: isDatabaseAway,
});

/** Writes deliveries, their bytes, dedupe keys and runs: all in one commit, or none. Answers for each, in order. */
async function commitDeliveries(deliveries: NewDelivery[]): Promise<Committed[]> {
  const { rows } = await queryWithin<ResultRow>(PATIENCE_MS, {
    name: "commit-deliveries",
    text: COMMIT,
    values: [
      Buffer.concat(deliveries.map(({ body }) => body)),
      JSON.stringify(deliveries.flatMap(({ id, runs }) => runs.map((run) => runRow(id, run)))),
      ...deliveryColumns(deliveries),
    ],
  });
  const { stored = 0, duplicates = [] } = rows[0] ?? {};
  if (stored === deliveries.length && duplicates.length === 0) return deliveries.map(() => "stored");

  const isStored = await findStored(deliveries);
  const isLinked = new Map(duplicates.map((duplicate) => [duplicate.id, duplicate.isLinked]));
  await linkDuplicates(deliveries.filter(({ id }) => isLinked.get(toUuid(id)) === false));
  return deliveries.map(({ id }) => {
    if (isLinked.has(toUuid(id))) return "duplicate";
    return isStored.has(toUuid(id)) ? "stored" : "stale";
  });
}

type ResultRow = { stored: number; duplicates: { id: string; isLinked: boolean }[] };

async function findStored(deliveries: NewDelivery[]): Promise<Set<string>> {
  const { rows } = await queryWithin<{ id: string }>(PATIENCE_MS, {
    name: "find-stored",
    text: FIND_STORED,
    values: keysOf(deliveries),
  });
  return new Set(rows.map(({ id }) => id));
}

async function linkDuplicates(unlinked: NewDelivery[]): Promise<void> {
  if (unlinked.length === 0) return;
  const values = [...keysOf(unlinked), uuidArray(unlinked.map(({ dedupeKey }) => dedupeKey))];
  await pool().query({ name: "link-duplicates", text: LINK_DUPLICATES, values });
}

function keysOf(deliveries: NewDelivery[]): Buffer[] {
  return [uuidArray(deliveries.map(({ workspaceId }) => workspaceId)), uuidArray(deliveries.map(({ id }) => id))];
}

/** The batch column by column. The bodies are one parameter, of which each delivery's begins at `body_start`. */
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

/** A run as a row that PostgreSQL reads from JSON. */
export function runRow(deliveryId: Id<"delivery">, run: NewRun): object {
  return {
    id: toUuid(run.id),
    delivery_id: toUuid(deliveryId),
    workflow_id: toUuid(run.workflowId),
    version: run.version,
    node_id: run.nodeId,
    status: run.status,
    error: run.error,
  };
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
SELECT count(*)::int AS stored,
  coalesce(json_agg(json_build_object('id', id, 'isLinked', duplicate_of IS NOT NULL)) FILTER (WHERE is_duplicate),
    '[]') AS duplicates
FROM traced`;

const FIND_STORED = `
SELECT d.id FROM unnest($1::uuid[], $2::uuid[]) AS sent(workspace_id, id)
JOIN deliveries d ON d.workspace_id = sent.workspace_id AND d.id = sent.id`;

/** For duplicates whose first was being committed at the same moment, and so could not be seen yet. */
const LINK_DUPLICATES = `
UPDATE deliveries d SET duplicate_of = k.delivery_id
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS unlinked(workspace_id, id, dedupe_key)
JOIN dedupe_keys k ON k.key = unlinked.dedupe_key
WHERE d.workspace_id = unlinked.workspace_id AND d.id = unlinked.id`;
