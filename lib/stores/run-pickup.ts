import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { StepStatus } from "@/lib/domain/runs/run";
import { db, pool } from "@/lib/platform/db";
import { idsOfTimes } from "@/lib/stores/ids-of-times";
import { jsonText } from "@/lib/stores/json-text";
import { shareCommits } from "@/lib/stores/shared-commits";
import type { RunKey } from "@/lib/stores/step-rows";

/** A run as the engine takes it up: what rang, and what earlier sittings have left. */
export type StoredRun = z.infer<typeof RunRow>;

const RunRow = z.object({
  runId: z.string(),
  workspaceId: z.string().transform((uuid) => fromUuid("workspace", uuid)),
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  version: z.number(),
  nodeId: z.string(),
  /** Which event of several, and whose way to send them; null when it is for the whole delivery. */
  item: z.number().nullable(),
  source: z.string().nullable(),
  delivery: z.object({
    id: z.string().transform((uuid) => fromUuid("delivery", uuid)),
    receivedAt: z.date().transform((date) => date.toISOString()),
    method: z.string(),
    path: z.string(),
    query: z.string(),
    address: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    contentType: z.string(),
    eventType: z.string().nullable(),
    eventId: z.string().nullable(),
  }),
  body: z.instanceof(Uint8Array),
  /** The effects that have ended, by node. */
  endedSteps: z.record(
    z.string(),
    z.object({
      status: StepStatus,
      port: z.string().nullable(),
      output: z
        .string()
        .nullable()
        .transform((text) => (text === null ? null : jsonText.parse(text))),
      error: z.string().nullable(),
    }),
  ),
});

/** Marks a run as running and reads it with its delivery. Undefined when it has ended, or is not there. */
export const takeUpRun = shareCommits(takeUpRuns);

async function takeUpRuns(runIds: Id<"run">[]): Promise<(StoredRun | undefined)[]> {
  const { rows } = await pool().query({
    name: "take-up-runs",
    text: TAKE_UP,
    values: [runIds.map(toUuid), ...idsOfTimes(runIds)],
  });
  const taken = new Map(rows.map((row) => [row.runId, RunRow.parse({ ...row, delivery: row })]));
  return runIds.map((id) => taken.get(toUuid(id)));
}

const TAKE_UP = `
WITH taken AS (
  UPDATE runs SET status = 'running', started_at = coalesce(started_at, now()), handed_over = true
  WHERE id = ANY($1::uuid[]) AND id >= $2 AND id < $3 AND status IN ('queued', 'running', 'waiting')
  RETURNING id, workspace_id, workflow_id, version, node_id, delivery_id, item
), ended AS (
  SELECT run_id, json_object_agg(node_id, json_build_object(
           'status', status, 'port', port, 'output', output::text, 'error', error)) AS steps
  FROM steps
  WHERE run_id = ANY($1::uuid[]) AND id >= $2 AND id < $3 AND ended_at IS NOT NULL
  GROUP BY run_id
)
SELECT taken.id AS "runId", taken.workspace_id AS "workspaceId", taken.workflow_id AS "workflowId", taken.version,
       taken.node_id AS "nodeId", taken.item,
       CASE WHEN taken.item IS NOT NULL THEN (SELECT source FROM endpoints WHERE id = d.endpoint_id) END AS source, d.id, d.received_at AS "receivedAt", d.method, d.path, d.query, d.address, d.headers,
       d.content_type AS "contentType", d.event_type AS "eventType", d.event_id AS "eventId", d.body,
       coalesce(ended.steps, '{}') AS "endedSteps"
FROM taken
JOIN deliveries d ON d.workspace_id = taken.workspace_id AND d.id = taken.delivery_id
LEFT JOIN ended ON ended.run_id = taken.id`;

export type RunHeader = RunKey & { workflowId: Id<"workflow">; deliveryId: Id<"delivery"> };

/** What a run belongs to; undefined when there is no such run. */
export async function findRunHeader(runId: Id<"run">): Promise<RunHeader | undefined> {
  const row = await db().run.findUnique({
    where: { id: toUuid(runId) },
    select: { workspaceId: true, workflowId: true, deliveryId: true },
  });
  if (!row) return undefined;
  return {
    id: runId,
    workspaceId: fromUuid("workspace", row.workspaceId),
    workflowId: fromUuid("workflow", row.workflowId),
    deliveryId: fromUuid("delivery", row.deliveryId),
  };
}
