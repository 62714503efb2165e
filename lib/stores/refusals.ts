import { z } from "zod";
import type { Refusals } from "@/lib/domain/deliveries/refusals";
import { fromUuid, type Id, idBoundAt, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";

/** How many deliveries are looked at, whatever became of them. */
const LOOKED_AT_MAX = 10_000;
const NEWEST = 3;

const isoTime = z.string().transform((time) => new Date(time).toISOString());

const Row = z.object({
  lookedAt: z.number(),
  oldestMs: z.number().nullable(),
  groups: z.array(
    z.object({
      reason: z.string(),
      count: z.number(),
      newest: z.array(
        z.object({
          id: z.string().transform((uuid) => fromUuid("delivery", uuid)),
          receivedAt: isoTime,
          method: z.string(),
          eventType: z.string().nullable(),
        }),
      ),
    }),
  ),
});

type Asked = { workspaceId: Id<"workspace">; endpointId: Id<"endpoint">; sinceMs: number };

/** What an endpoint refused, by reason, as far back as asked or as its newest 10,000 deliveries go. */
export async function findRefusals({ workspaceId, endpointId, sinceMs }: Asked): Promise<Refusals> {
  const { rows } = await pool().query({
    name: "find-refusals",
    text: FIND,
    values: [toUuid(workspaceId), toUuid(endpointId), toUuid(idBoundAt(sinceMs))],
  });
  const { lookedAt, oldestMs, groups } = Row.parse(rows[0]);
  const isCut = lookedAt === LOOKED_AT_MAX;
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    groups,
    since: new Date(isCut && oldestMs !== null ? oldestMs : sinceMs).toISOString(),
    isCut,
  };
}

const FIND = `
WITH looked AS (
  SELECT id, verdict, coalesce(reason, '') AS reason, method, event_type, received_at FROM deliveries
  WHERE workspace_id = $1 AND endpoint_id = $2 AND id >= $3 ORDER BY id DESC LIMIT ${LOOKED_AT_MAX}
), refused AS (
  SELECT *, row_number() OVER (PARTITION BY reason ORDER BY id DESC) AS place FROM looked WHERE verdict = 'rejected'
), grouped AS (
  SELECT reason, count(*) AS count, json_agg(json_build_object(
      'id', id, 'receivedAt', received_at, 'method', method, 'eventType', event_type
    ) ORDER BY id DESC) FILTER (WHERE place <= ${NEWEST}) AS newest
  FROM refused GROUP BY reason
)
SELECT (SELECT count(*)::int FROM looked) AS "lookedAt",
  (SELECT (extract(epoch FROM min(received_at)) * 1000)::float8 FROM looked) AS "oldestMs",
  coalesce((SELECT json_agg(grouped ORDER BY count DESC, reason) FROM grouped), '[]') AS groups`;
