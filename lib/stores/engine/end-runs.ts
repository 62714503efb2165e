import type { Queryable } from "@/lib/stores/engine/queryable";

/** A run to end, in the name of a claim or, when it is cancelled, of none. */
export type EndingRun = { runId: string; claim?: { stepId: string; lease: string } };

/** Deletes runs with all that hangs on them, in one statement. Answers for each whether it was there and still ours. */
export async function endRuns(database: Queryable, ending: EndingRun[]): Promise<boolean[]> {
  const { rows } = await database.query<{ id: string }>({
    name: "engine-end-runs",
    text: END_RUNS,
    values: [
      JSON.stringify(
        ending.map(({ runId, claim }) => ({ run_id: runId, step_id: claim?.stepId, lease: claim?.lease })),
      ),
    ],
  });
  const ended = new Set(rows.map((row) => row.id));
  return ending.map(({ runId }) => ended.has(runId));
}

const END_RUNS = `
  DELETE FROM engine_runs AS run
  USING json_to_recordset($1) AS ending(run_id uuid, step_id text, lease uuid)
  WHERE run.id = ending.run_id
    AND (ending.lease IS NULL OR EXISTS (
      SELECT FROM engine_jobs AS job
      WHERE job.run_id = ending.run_id AND job.step_id = ending.step_id AND job.lease = ending.lease))
  RETURNING run.id`;
