import type { JobKind } from "@/lib/stores/engine/claim-jobs";
import { type NewWait, waitRow } from "@/lib/stores/engine/insert-runs";
import type { Queryable } from "@/lib/stores/engine/queryable";

/** How one call or one happening moves a run forward. */
export type RunChange = {
  runId: string;
  /** The reading that the change was made from. */
  revision: number;
  /** The claim that the change is made in the name of; none for what an event does. */
  claim?: { stepId: string; lease: string };
  version: number;
  isForced: boolean;
  pending: string[];
  /** Results to keep, as JSON text. */
  saved: { stepId: string; result: string }[];
  /** Jobs that are over, with their waits. */
  settled: string[];
  /** The claimed job again, instead of settled: at once, or after a failed attempt. */
  again?: { attempt: number; delayMs: number };
  /** One that is outstanding already stays as it is; but the next discovery is not due later than asked. */
  jobs: { stepId: string; kind: JobKind; isRace: boolean; delayMs: number }[];
  waits: NewWait[];
};

/** Moves runs forward in one statement, at most one change for each. Answers for each whether its reading still held. */
export async function applyChanges(database: Queryable, changes: RunChange[]): Promise<boolean[]> {
  const { rows } = await database.query<{ id: string }>({
    name: "engine-apply-changes",
    text: APPLY_CHANGES,
    values: [
      JSON.stringify(changes.map(changeRow)),
      JSON.stringify(changes.flatMap(({ runId, saved }) => saved.map((step) => stepRow(runId, step)))),
      JSON.stringify(changes.flatMap(({ runId, settled }) => settled.map((step_id) => ({ run_id: runId, step_id })))),
      JSON.stringify(changes.flatMap(({ runId, jobs }) => jobs.map((job) => jobRow(runId, job)))),
      JSON.stringify(changes.flatMap(({ runId, waits }) => waits.map((wait) => waitRow(runId, wait)))),
    ],
  });
  const moved = new Set(rows.map((row) => row.id));
  return changes.map((change) => moved.has(change.runId));
}

function changeRow(change: RunChange): object {
  return {
    run_id: change.runId,
    revision: change.revision,
    step_id: change.claim?.stepId,
    lease: change.claim?.lease,
    version: change.version,
    is_forced: change.isForced,
    pending: change.pending,
    attempt: change.again?.attempt,
    delay_ms: change.again?.delayMs,
  };
}

function stepRow(runId: string, step: RunChange["saved"][number]): object {
  return { run_id: runId, step_id: step.stepId, result: step.result };
}

function jobRow(runId: string, job: RunChange["jobs"][number]): object {
  return { run_id: runId, step_id: job.stepId, kind: job.kind, is_race: job.isRace, delay_ms: job.delayMs };
}

/** Runs are locked in the order of their ids, so that two batches cannot wait for each other. */
const APPLY_CHANGES = `
  WITH change AS (
    SELECT * FROM json_to_recordset($1) AS change(
      run_id uuid, revision int, step_id text, lease uuid, version int, is_forced boolean, pending text[],
      attempt int, delay_ms float8)
  ), valid AS MATERIALIZED (
    SELECT run.id FROM engine_runs AS run JOIN change ON change.run_id = run.id
    WHERE run.revision = change.revision
      AND (change.lease IS NULL OR EXISTS (
        SELECT FROM engine_jobs AS job
        WHERE job.run_id = run.id AND job.step_id = change.step_id AND job.lease = change.lease))
    ORDER BY run.id
    FOR NO KEY UPDATE OF run
  ), moved AS (
    UPDATE engine_runs AS run
    SET revision = run.revision + 1, version = change.version, is_forced = change.is_forced, pending = change.pending
    FROM valid JOIN change ON change.run_id = valid.id
    WHERE run.id = valid.id
    RETURNING run.id, run.slot_key, run.slot_limit
  ), saved AS (
    INSERT INTO engine_steps (run_id, step_id, result)
    SELECT step.* FROM json_to_recordset($2) AS step(run_id uuid, step_id text, result text)
    JOIN valid ON valid.id = step.run_id
    ON CONFLICT (run_id, step_id) DO NOTHING
  ), settled AS (
    SELECT settled.* FROM json_to_recordset($3) AS settled(run_id uuid, step_id text)
    JOIN valid ON valid.id = settled.run_id
  ), ended AS (
    DELETE FROM engine_jobs AS job USING settled
    WHERE job.run_id = settled.run_id AND job.step_id = settled.step_id
  ), deaf AS (
    DELETE FROM engine_waits AS wait USING settled
    WHERE wait.run_id = settled.run_id AND wait.step_id = settled.step_id
  ), requeued AS (
    UPDATE engine_jobs AS job
    SET lease = NULL, attempt = change.attempt, due_at = now() + change.delay_ms * interval '1 millisecond'
    FROM valid JOIN change ON change.run_id = valid.id
    WHERE job.run_id = valid.id AND job.step_id = change.step_id AND job.lease = change.lease
      AND change.attempt IS NOT NULL
  ), queued AS (
    INSERT INTO engine_jobs AS held (run_id, step_id, kind, is_race, due_at, slot_key, slot_limit)
    SELECT moved.id, job.step_id, job.kind, job.is_race, now() + job.delay_ms * interval '1 millisecond',
      CASE WHEN job.kind = 'call' THEN moved.slot_key ELSE '' END, moved.slot_limit
    FROM json_to_recordset($4) AS job(run_id uuid, step_id text, kind text, is_race boolean, delay_ms float8)
    JOIN moved ON moved.id = job.run_id
    ON CONFLICT (run_id, step_id) DO UPDATE SET due_at = least(held.due_at, excluded.due_at)
    WHERE held.step_id = 'step' AND held.lease IS NULL
  ), listening AS (
    INSERT INTO engine_waits (run_id, step_id, event, path, match_key, expression, is_cancel)
    SELECT wait.* FROM json_to_recordset($5) AS wait(
      run_id uuid, step_id text, event text, path text, match_key uuid, expression text, is_cancel boolean)
    JOIN valid ON valid.id = wait.run_id
    ON CONFLICT (run_id, step_id) DO NOTHING
  )
  SELECT id FROM moved`;
