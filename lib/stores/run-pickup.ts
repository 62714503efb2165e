import { z } from "zod";
import { fromUuid, fromUuidOrNull, type Id, toUuid } from "@/lib/domain/ids";
import { RunCause, RunStatus, StepStatus } from "@/lib/domain/runs/run";
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
  cause: RunCause,
  status: RunStatus,
  /** What rang, where no delivery did; the item and its place, in a run for one of several. */
  input: jsonText.nullable(),
  rootId: z
    .string()
    .nullable()
    .transform((uuid) => fromUuidOrNull("run", uuid)),
  parentId: z
    .string()
    .nullable()
    .transform((uuid) => fromUuidOrNull("run", uuid)),
  loopItem: z.number().nullable(),
  delivery: z
    .object({
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
    })
    .nullable(),
  body: z.instanceof(Uint8Array).nullable(),
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

/** Marks a queued run as running and reads it with its delivery. Undefined when it has ended, or is not there. */
export const takeUpRun = shareCommits(takeUpRuns);

async function takeUpRuns(runIds: Id<"run">[]): Promise<(StoredRun | undefined)[]> {
  const { rows } = await pool().query({
    name: "take-up-runs",
    text: TAKE_UP,
    values: [runIds.map(toUuid), ...idsOfTimes(runIds)],
  });
  const taken = new Map(
    rows.map((row) => [row.runId, RunRow.parse({ ...row, delivery: row.id === null ? null : row })]),
  );
  return runIds.map((id) => taken.get(toUuid(id)));
}

const TAKE_UP = `
WITH taken AS (
  UPDATE runs SET status = CASE status WHEN 'queued' THEN 'running' ELSE status END, started_at = coalesce(started_at, now()), handed_over = true
  WHERE id = ANY($1::uuid[]) AND id >= $2 AND id < $3 AND status IN ('queued', 'running', 'waiting')
  RETURNING id, workspace_id, workflow_id, version, node_id, delivery_id, item, cause, status, input, root_id, parent_run_id, loop_item
), ended AS (
  SELECT run_id, json_object_agg(node_id, json_build_object(
           'status', status, 'port', port, 'output', output::text, 'error', error)) AS steps
  FROM steps
  WHERE run_id = ANY($1::uuid[]) AND id >= $2 AND id < $3 AND ended_at IS NOT NULL
  GROUP BY run_id
)
SELECT taken.id AS "runId", taken.workspace_id AS "workspaceId", taken.workflow_id AS "workflowId", taken.version,
       taken.node_id AS "nodeId", taken.item, taken.cause, taken.status, taken.input::text AS input, taken.root_id AS "rootId",
       taken.parent_run_id AS "parentId", taken.loop_item AS "loopItem",
       CASE WHEN taken.item IS NOT NULL THEN (SELECT source FROM endpoints WHERE id = d.endpoint_id) END AS source, d.id, d.received_at AS "receivedAt", d.method, d.path, d.query, d.address, d.headers,
       d.content_type AS "contentType", d.event_type AS "eventType", d.event_id AS "eventId", d.body,
       coalesce(ended.steps, '{}') AS "endedSteps"
FROM taken
LEFT JOIN deliveries d ON d.workspace_id = taken.workspace_id AND d.id = taken.delivery_id
LEFT JOIN ended ON ended.run_id = taken.id`;

export type RunHeader = RunKey & { workflowId: Id<"workflow">; deliveryId: Id<"delivery"> | null };

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
    deliveryId: fromUuidOrNull("delivery", row.deliveryId),
  };
}

/** What a run for one of several items sees of the runs around it. */
export type Surroundings = {
  /** What their steps gave, by node, and the item; what is nearer replaces what is farther. */
  outputs: Record<string, unknown>;
  /** What rang the outermost, where no delivery did. */
  input: unknown;
};

export async function readSurroundings(workspaceId: Id<"workspace">, runId: Id<"run">): Promise<Surroundings> {
  const { rows } = await pool().query<{ nodeId: string; output: string; isOutermost: boolean }>(SURROUNDINGS, [
    toUuid(workspaceId),
    toUuid(runId),
  ]);
  const outermost = rows.find(({ isOutermost }) => isOutermost);
  return {
    outputs: Object.fromEntries(
      rows.filter((row) => row !== outermost).map(({ nodeId, output }) => [nodeId, jsonText.parse(output)]),
    ),
    input: outermost ? jsonText.parse(outermost.output) : null,
  };
}

const SURROUNDINGS = `
WITH RECURSIVE line AS (
  SELECT id, parent_run_id, node_id, input, loop_item, 0 AS distance FROM runs WHERE id = $2 AND workspace_id = $1
  UNION ALL
  SELECT r.id, r.parent_run_id, r.node_id, r.input, r.loop_item, line.distance + 1
  FROM runs r JOIN line ON r.id = line.parent_run_id
  WHERE r.workspace_id = $1 AND line.loop_item IS NOT NULL
)
SELECT "nodeId", output, "isOutermost" FROM (
  SELECT s.node_id AS "nodeId", s.output::text AS output, line.distance * 2 AS rank, false AS "isOutermost"
  FROM line JOIN steps s ON s.run_id = line.id WHERE s.output IS NOT NULL AND s.workspace_id = $1
  UNION ALL
  SELECT node_id, input::text, line.distance * 2 + 1, loop_item IS NULL FROM line WHERE input IS NOT NULL
) AS seen ORDER BY rank DESC`;

/** Says when a run is given up, counted from its start; once, however often it is taken up. */
export async function limitRunTime(runId: Id<"run">, limitSeconds: number): Promise<void> {
  await pool().query({
    name: "limit-run-time",
    text: `UPDATE runs SET deadline_at = started_at + make_interval(secs => $2) WHERE id = $1 AND deadline_at IS NULL`,
    values: [toUuid(runId), limitSeconds],
  });
}
