// What `delivery-commits` asks of PostgreSQL.

/**
 * `fresh` leaves out what was decided under an old revision. `won` is the unique index deciding which deliveries are
 * the first of their event; it is sorted, so that two such statements never wait for each other in a circle. Where the
 * answer is ours, it is 202 for the first and 200 for its repeats.
 */
export const COMMIT = `
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
    CASE WHEN is_duplicate AND status = 202 THEN 200 ELSE status END, secret_id, checks, duplicate_of,
    substring($1::bytea FROM body_start FOR body_bytes)
  FROM traced
), planned AS (
  SELECT r.*, traced.workspace_id, traced.received_at, traced.dedupe_until_ms
  FROM json_to_recordset($2) AS r(
    id uuid, delivery_id uuid, workflow_id uuid, version int, node_id text, item int, dedupe_key uuid, status text,
    error text, lane_limit int, lane_key text)
  JOIN traced ON traced.id = r.delivery_id AND NOT traced.is_duplicate
), won_items AS (
  INSERT INTO dedupe_keys (key, delivery_id, expires_at)
  SELECT DISTINCT ON (dedupe_key) dedupe_key, delivery_id, to_timestamp(dedupe_until_ms / 1000)
  FROM planned WHERE dedupe_key IS NOT NULL ORDER BY dedupe_key, delivery_id
  ON CONFLICT (key) DO UPDATE
    SET delivery_id = excluded.delivery_id, expires_at = excluded.expires_at
    WHERE dedupe_keys.expires_at < now()
  RETURNING key, delivery_id
), decided AS (
  SELECT planned.*, planned.dedupe_key IS NOT NULL AND won_items.key IS NULL AS is_repeat
  FROM planned LEFT JOIN won_items
    ON won_items.key = planned.dedupe_key AND won_items.delivery_id = planned.delivery_id
), queued AS (
  INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, node_id, item, lane_limit, lane_key, status,
    error, ended_at)
  SELECT id, workspace_id, workflow_id, version, delivery_id, node_id, item, lane_limit, lane_key,
    CASE WHEN is_repeat THEN 'filtered' ELSE status END,
    CASE WHEN is_repeat THEN 'This event had arrived before.' ELSE error END,
    CASE WHEN is_repeat OR status = 'filtered' THEN received_at END
  FROM decided
)
SELECT count(*)::int AS stored,
  coalesce(json_agg(json_build_object('id', id, 'isLinked', duplicate_of IS NOT NULL)) FILTER (WHERE is_duplicate),
    '[]') AS duplicates
FROM traced`;

/** Which of these deliveries there are. */
export const FIND_STORED = `
SELECT d.id FROM unnest($1::uuid[], $2::uuid[]) AS sent(workspace_id, id)
JOIN deliveries d ON d.workspace_id = sent.workspace_id AND d.id = sent.id`;

/** For duplicates whose first was being committed at the same moment, and so could not be seen yet. */
export const LINK_DUPLICATES = `
UPDATE deliveries d SET duplicate_of = k.delivery_id
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS unlinked(workspace_id, id, dedupe_key)
JOIN dedupe_keys k ON k.key = unlinked.dedupe_key
WHERE d.workspace_id = unlinked.workspace_id AND d.id = unlinked.id`;
