import type { Queryable } from "@/lib/stores/engine/queryable";

export type FinishedStep = {
  runId: string;
  /** The claim in whose name it ran. */
  lease: string;
  stepId: string;
  /** JSON text of `{ data }`, `{ error }` or null. */
  result: string;
};

/** Keeps results of steps that finished within a call. Answers for each whether the call's claim still held. */
export async function saveSteps(database: Queryable, steps: FinishedStep[]): Promise<boolean[]> {
  const { rows } = await database.query<{ run_id: string; lease: string }>({
    name: "engine-save-steps",
    text: SAVE_STEPS,
    values: [
      JSON.stringify(
        steps.map((step) => ({ run_id: step.runId, lease: step.lease, step_id: step.stepId, result: step.result })),
      ),
    ],
  });
  const held = new Set(rows.map((row) => `${row.run_id} ${row.lease}`));
  return steps.map((step) => held.has(`${step.runId} ${step.lease}`));
}

/**
 * Only a discovering call saves steps while it runs. The run is locked first, so that one being ended is seen as gone,
 * and no other way round, since ending waits for its jobs.
 */
const SAVE_STEPS = `
  WITH finished AS (
    SELECT * FROM json_to_recordset($1) AS finished(run_id uuid, lease uuid, step_id text, result text)
  ), held AS MATERIALIZED (
    SELECT job.run_id, job.lease
    FROM engine_runs AS run JOIN engine_jobs AS job ON job.run_id = run.id
    WHERE (job.run_id, job.lease) IN (SELECT run_id, lease FROM finished) AND job.step_id = 'step'
    FOR KEY SHARE OF run
  ), saved AS (
    INSERT INTO engine_steps (run_id, step_id, result)
    SELECT finished.run_id, finished.step_id, finished.result FROM finished JOIN held USING (run_id, lease)
    ON CONFLICT (run_id, step_id) DO NOTHING
  )
  SELECT run_id, lease FROM held`;
