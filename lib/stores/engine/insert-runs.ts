import type { Queryable } from "@/lib/stores/engine/queryable";

/** An event that a run listens for: to go on with a step, or to be cancelled. */
export type NewWait = {
  stepId: string;
  event: string;
  /** Where the arriving event must hold the value that `matchKey` was made of; empty when any event will do. */
  path: string;
  matchKey: string;
  expression: string;
  isCancel: boolean;
};

/** Which concurrency limit a run's calls count against. */
export type Slot = { key: string; limit: number };

export type NewRun = {
  id: string;
  functionId: string;
  /** JSON text. */
  event: string;
  /** The run is not begun when any of these was seen in the last 24 hours. */
  dedupeKeys: string[];
  slot?: Slot;
  parent?: { runId: string; stepId: string };
  waits: NewWait[];
};

/** Begins runs, each with its first call due now, in one statement. One whose id exists already is left alone. */
export async function insertRuns(database: Queryable, runs: NewRun[]): Promise<void> {
  const fresh = withoutRepeats(runs);
  if (fresh.length === 0) return;
  await database.query({
    name: "engine-insert-runs",
    text: INSERT_RUNS,
    values: [
      JSON.stringify(fresh.map(runRow)),
      JSON.stringify(fresh.flatMap((run) => run.dedupeKeys.map((key) => ({ run_id: run.id, key })))),
      JSON.stringify(fresh.flatMap((run) => run.waits.map((wait) => waitRow(run.id, wait)))),
    ],
  });
}

/** One statement cannot meet the same key twice. */
function withoutRepeats(runs: NewRun[]): NewRun[] {
  const seen = new Set<string>();
  return runs.filter((run) => {
    if (run.dedupeKeys.some((key) => seen.has(key))) return false;
    for (const key of run.dedupeKeys) seen.add(key);
    return true;
  });
}

function runRow(run: NewRun): object {
  return {
    id: run.id,
    function_id: run.functionId,
    event: run.event,
    slot_key: run.slot?.key ?? "",
    slot_limit: run.slot?.limit ?? 0,
    parent_run_id: run.parent?.runId,
    parent_step_id: run.parent?.stepId,
  };
}

/** A wait as the statements of this folder read it. */
export function waitRow(runId: string, wait: NewWait): object {
  return {
    run_id: runId,
    step_id: wait.stepId,
    event: wait.event,
    path: wait.path,
    match_key: wait.matchKey,
    expression: wait.expression,
    is_cancel: wait.isCancel,
  };
}

/** Keys are taken in order, so that two senders of the same events cannot wait for each other. */
const INSERT_RUNS = `
  WITH wanted AS (
    SELECT * FROM json_to_recordset($1) AS run(
      id uuid, function_id text, event text, slot_key text, slot_limit int, parent_run_id uuid, parent_step_id text)
  ), asked AS (
    SELECT * FROM json_to_recordset($2) AS asked(run_id uuid, key uuid)
  ), kept AS (
    INSERT INTO engine_dedupe_keys AS held (key, expires_at)
    SELECT key, now() + interval '24 hours' FROM asked ORDER BY key
    ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE held.expires_at < now()
    RETURNING key
  ), begun AS (
    INSERT INTO engine_runs (id, function_id, event, slot_key, slot_limit, parent_run_id, parent_step_id)
    SELECT * FROM wanted
    WHERE NOT EXISTS (
      SELECT FROM asked WHERE asked.run_id = wanted.id AND asked.key NOT IN (SELECT key FROM kept))
    ON CONFLICT (id) DO NOTHING
    RETURNING id, slot_key, slot_limit
  ), queued AS (
    INSERT INTO engine_jobs (run_id, step_id, kind, due_at, slot_key, slot_limit)
    SELECT id, 'step', 'call', now(), slot_key, slot_limit FROM begun
  )
  INSERT INTO engine_waits (run_id, step_id, event, path, match_key, expression, is_cancel)
  SELECT wait.* FROM json_to_recordset($3) AS wait(
    run_id uuid, step_id text, event text, path text, match_key uuid, expression text, is_cancel boolean)
  JOIN begun ON begun.id = wait.run_id`;
