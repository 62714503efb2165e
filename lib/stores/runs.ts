import { z } from "zod";
import { fromUuid, fromUuidOrNull, type Id, idBoundAt, timeOfId, toUuid } from "@/lib/domain/ids";
import { type Page, toPage } from "@/lib/domain/page";
import {
  type Attempt,
  AttemptStatus,
  LoggedRequest,
  LoggedResponse,
  type Run,
  RunCause,
  RunStatus,
  type RunSummary,
  StepStatus,
} from "@/lib/domain/runs/run";
import type { RunQuery } from "@/lib/domain/runs/run-query";
import type { Lane } from "@/lib/domain/workflow/lane";
import { pool } from "@/lib/platform/db";
import { gatherConditions } from "@/lib/stores/conditions";
import { idsOfTimes } from "@/lib/stores/ids-of-times";
import { jsonText } from "@/lib/stores/json-text";

const time = z
  .date()
  .nullable()
  .transform((date) => date?.toISOString() ?? null);

const runIdOrNull = z
  .string()
  .nullable()
  .transform((uuid) => fromUuidOrNull("run", uuid));

const SummaryColumns = z.object({
  id: z.string().transform((uuid) => fromUuid("run", uuid)),
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  workflowName: z.string(),
  version: z.number(),
  deliveryId: z
    .string()
    .nullable()
    .transform((uuid) => fromUuidOrNull("delivery", uuid)),
  cause: RunCause,
  retryOf: runIdOrNull,
  parentId: runIdOrNull,
  loopItem: z.number().nullable(),
  nodeId: z.string(),
  status: RunStatus,
  startedAt: time,
  endedAt: time,
  error: z.string().nullable(),
});

const SummaryRow = SummaryColumns.transform(({ error, ...run }) => ({ ...run, ...(error === null ? {} : { error }) }));

const DetailRow = SummaryColumns.extend({
  item: z.number().nullable(),
  replayId: z
    .string()
    .nullable()
    .transform((uuid) => fromUuidOrNull("replay", uuid)),
  input: jsonText.nullable(),
}).transform(({ error, input, ...run }) => ({
  ...run,
  ...(error === null ? {} : { error }),
  ...(input === null ? {} : { input }),
}));

const SUMMARY_COLUMNS = `
  r.id, r.workflow_id AS "workflowId", w.name AS "workflowName", r.version, r.delivery_id AS "deliveryId", r.cause,
  r.retry_of AS "retryOf", r.parent_run_id AS "parentId", r.loop_item AS "loopItem", r.node_id AS "nodeId", r.status,
  r.started_at AS "startedAt", r.ended_at AS "endedAt", r.error`;

/** Newest first. */
export async function listRuns(workspaceId: Id<"workspace">, query: RunQuery): Promise<Page<RunSummary>> {
  const conditions = gatherConditions();
  conditions.add("r.workspace_id = ?", toUuid(workspaceId));
  if (query.cursor) conditions.add("r.id < ?", toUuid(query.cursor));
  if (query.workflow) conditions.add("r.workflow_id = ?", toUuid(query.workflow));
  if (query.status) conditions.add("r.status = ?", query.status);
  if (query.cause) conditions.add("r.cause = ?", query.cause);
  if (query.delivery) conditions.add("r.delivery_id = ? AND r.parent_run_id IS NULL", toUuid(query.delivery));
  if (query.parent) conditions.add("r.parent_run_id = ?", toUuid(query.parent));
  if (query.retryOf) conditions.add("r.retry_of = ?", toUuid(query.retryOf));
  // None is older than the run that it came of, which spares the database the days before.
  const earlier = query.parent ?? query.retryOf;
  if (earlier) conditions.add("r.id >= ?", toUuid(idBoundAt(timeOfId(earlier))));
  if (query.replay) conditions.add("r.replay_id = ?", toUuid(query.replay));

  const { rows } = await pool().query(
    `SELECT ${SUMMARY_COLUMNS} FROM runs r JOIN workflows w ON w.id = r.workflow_id
     WHERE ${conditions.text()} ORDER BY r.id DESC LIMIT ${query.limit + 1}`,
    conditions.values,
  );
  return toPage(z.array(SummaryRow).parse(rows), query.limit);
}

export async function findRun(workspaceId: Id<"workspace">, id: Id<"run">): Promise<Run | undefined> {
  const { rows } = await pool().query(
    `SELECT ${SUMMARY_COLUMNS}, r.item, r.replay_id AS "replayId", r.input::text AS input
     FROM runs r JOIN workflows w ON w.id = r.workflow_id WHERE r.id = $1 AND r.workspace_id = $2`,
    [toUuid(id), toUuid(workspaceId)],
  );
  return rows[0] && { ...DetailRow.parse(rows[0]), steps: await stepsOf(workspaceId, id) };
}

const StepRow = z.object({
  id: z.string(),
  nodeId: z.string(),
  status: StepStatus,
  port: z.string().nullable(),
  input: jsonText.nullable(),
  output: jsonText.nullable(),
  error: z.string().nullable(),
  startedAt: time,
  endedAt: time,
});

/** In the order they began; those that never did come last. */
async function stepsOf(workspaceId: Id<"workspace">, runId: Id<"run">): Promise<Run["steps"]> {
  const [steps, attempts] = await Promise.all([
    pool().query(
      `SELECT id, node_id AS "nodeId", status, port, input::text, output::text, error, started_at AS "startedAt",
              ended_at AS "endedAt"
       FROM steps WHERE run_id = $1 AND workspace_id = $2 AND id >= $3 AND id < $4
       ORDER BY started_at NULLS LAST, ended_at, id`,
      [toUuid(runId), toUuid(workspaceId), ...idsOfTimes([runId])],
    ),
    attemptsOf(workspaceId, runId),
  ]);
  return z
    .array(StepRow)
    .parse(steps.rows)
    .map(({ id, port, input, output, error, ...step }) => ({
      ...step,
      ...(port === null ? {} : { port }),
      ...(input === null ? {} : { input }),
      ...(output === null ? {} : { output }),
      ...(error === null ? {} : { error }),
      attempts: attempts.get(id) ?? [],
    }));
}

const AttemptRow = z
  .object({
    stepId: z.string(),
    n: z.number(),
    status: AttemptStatus,
    idempotencyKey: z.string(),
    startedAt: z.date().transform((date) => date.toISOString()),
    durationMs: z.number().nullable(),
    request: LoggedRequest,
    response: LoggedResponse.nullable(),
    error: z.string().nullable(),
  })
  .transform(({ response, error, ...attempt }) => ({
    ...attempt,
    ...(response === null ? {} : { response }),
    ...(error === null ? {} : { error }),
  }));

async function attemptsOf(workspaceId: Id<"workspace">, runId: Id<"run">): Promise<Map<string, Attempt[]>> {
  const { rows } = await pool().query(
    `SELECT step_id AS "stepId", n, status, idempotency_key AS "idempotencyKey", started_at AS "startedAt",
            duration_ms AS "durationMs", request, response, error
     FROM attempts WHERE run_id = $1 AND workspace_id = $2 AND id >= $3 AND id < $4 ORDER BY n`,
    [toUuid(runId), toUuid(workspaceId), ...idsOfTimes([runId])],
  );
  const byStep = new Map<string, Attempt[]>();
  for (const { stepId, ...attempt } of z.array(AttemptRow).parse(rows)) {
    byStep.set(stepId, [...(byStep.get(stepId) ?? []), attempt]);
  }
  return byStep;
}

export type QueuedRun = { id: Id<"run">; workspaceId: Id<"workspace">; lane: Lane | null };

const WAITS = `status = 'queued' AND NOT handed_over AND lane_key IS NULL AND id < $1 AND (due_at IS NULL OR due_at <= now())`;

/**
 * Runs that were queued before a moment and that the engine was never told of. Each workspace gets its turn: of none are
 * more than so many under way, so that one with thousands does not keep another waiting. Within one, each workflow gets its
 * turn, as far as its oldest runs tell.
 */
export async function findRunsToHandOver(
  queuedBeforeMs: number,
  { limit, underWayMax }: { limit: number; underWayMax: number },
): Promise<Id<"run">[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: "find-runs-to-hand-over",
    text: `WITH RECURSIVE teams AS (
             (SELECT workspace_id AS id FROM runs WHERE ${WAITS} ORDER BY workspace_id LIMIT 1)
             UNION ALL
             SELECT (SELECT workspace_id FROM runs WHERE ${WAITS} AND workspace_id > teams.id ORDER BY workspace_id LIMIT 1)
             FROM teams WHERE teams.id IS NOT NULL
           )
           SELECT next.id FROM teams CROSS JOIN LATERAL (
             SELECT id, row_number() OVER (ORDER BY turn, id) AS place FROM (
               SELECT id, row_number() OVER (PARTITION BY workflow_id ORDER BY id) AS turn FROM (
                 SELECT id, workflow_id FROM runs WHERE ${WAITS} AND workspace_id = teams.id ORDER BY id LIMIT $2
               ) AS oldest
             ) AS turns
             ORDER BY turn, id LIMIT greatest(0, $3 - (
               SELECT count(*) FROM runs
               WHERE workspace_id = teams.id AND handed_over AND status IN ('queued', 'running')))
           ) AS next
           ORDER BY place, next.id LIMIT $2`,
    values: [toUuid(idBoundAt(queuedBeforeMs)), limit, underWayMax],
  });
  return rows.map(({ id }) => fromUuid("run", id));
}

/** Runs whose turn it is in their lanes: as many of each as have a free place, those that came first before the others. */
export async function findTurns(limit: number): Promise<Id<"run">[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: "find-turns",
    text: `SELECT id FROM (
             SELECT id, lane_key, lane_limit, due_at,
               row_number() OVER (PARTITION BY lane_key ORDER BY due_at NULLS FIRST, id) AS place
             FROM runs
             WHERE status = 'queued' AND NOT handed_over AND lane_key IS NOT NULL AND (due_at IS NULL OR due_at <= now())
           ) AS waiting
           WHERE place <= lane_limit - (
             SELECT count(*) FROM runs r
             WHERE r.lane_key = waiting.lane_key AND r.handed_over AND r.status IN ('queued', 'running', 'waiting'))
           ORDER BY due_at NULLS FIRST, id LIMIT $1`,
    values: [limit],
  });
  return rows.map(({ id }) => fromUuid("run", id));
}

/** Notes that the engine knows of these runs. Those that somebody holds are being taken up, which notes it, too. */
export async function markHandedOver(runIds: Id<"run">[]): Promise<void> {
  await pool().query({
    name: "mark-handed-over",
    text: `UPDATE runs SET handed_over = true WHERE id IN (
             SELECT id FROM runs WHERE id = ANY($1::uuid[]) AND NOT handed_over FOR UPDATE SKIP LOCKED)`,
    values: [runIds.map(toUuid)],
  });
}
