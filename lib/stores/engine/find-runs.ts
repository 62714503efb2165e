import type { RunState } from "@/lib/stores/engine/claim-jobs";
import type { Queryable } from "@/lib/stores/engine/queryable";

type StateRow = {
  version: number;
  is_forced: boolean;
  pending: string[];
  revision: number;
  stack: string[];
  is_race: boolean;
};

/** What a run has come to, and how its outstanding job counts. Nothing when either has ended, or another holds the job. */
export async function findRunState(
  database: Queryable,
  job: { runId: string; stepId: string; lease?: string },
): Promise<{ state: RunState; isRace: boolean } | undefined> {
  const { rows } = await database.query<StateRow>({
    name: "engine-find-run-state",
    text: FIND_RUN_STATE,
    values: [job.runId, job.stepId, job.lease ?? null],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { version, pending, revision, stack } = row;
  return { state: { version, isForced: row.is_forced, pending, revision, stack }, isRace: row.is_race };
}

const FIND_RUN_STATE = `
  SELECT run.version, run.is_forced, run.pending, run.revision, job.is_race,
    ARRAY(SELECT step_id FROM engine_steps WHERE run_id = run.id ORDER BY position) AS stack
  FROM engine_runs AS run JOIN engine_jobs AS job ON job.run_id = run.id
  WHERE run.id = $1 AND job.step_id = $2 AND ($3::uuid IS NULL OR job.lease = $3)`;

export type RunOrigin = {
  runId: string;
  functionId: string;
  /** The event that began the run, as JSON text. */
  event: string;
  parent?: { runId: string; stepId: string };
};

export type FoundWait = RunOrigin & { stepId: string; expression: string; isCancel: boolean };

/** By which places in them arriving events of these names are matched: the distinct paths of the waits for them. */
export async function listWaitPaths(database: Queryable, events: string[]): Promise<{ event: string; path: string }[]> {
  const { rows } = await database.query<{ event: string; path: string }>({
    name: "engine-list-wait-paths",
    text: LIST_WAIT_PATHS,
    values: [events],
  });
  return rows;
}

/** Steps from each path to the next in the index, so that a hundred thousand waits on one path cost one look. */
const LIST_WAIT_PATHS = `
  WITH RECURSIVE found AS (
    SELECT name, (SELECT path FROM engine_waits WHERE event = name ORDER BY path LIMIT 1) AS path
    FROM unnest($1::text[]) AS name
    UNION ALL
    SELECT name, (SELECT path FROM engine_waits WHERE event = name AND path > found.path ORDER BY path LIMIT 1)
    FROM found WHERE found.path IS NOT NULL
  )
  SELECT name AS event, path FROM found WHERE path IS NOT NULL`;

type WaitRow = {
  place: number;
  run_id: string;
  step_id: string;
  expression: string;
  is_cancel: boolean;
  function_id: string;
  event: string;
  parent_run_id: string | null;
  parent_step_id: string | null;
};

/** The waits under each of these keys, with the key's place in the list. */
export async function findWaits(
  database: Queryable,
  keys: { event: string; path: string; matchKey: string }[],
): Promise<{ place: number; wait: FoundWait }[]> {
  const { rows } = await database.query<WaitRow>({
    name: "engine-find-waits",
    text: FIND_WAITS,
    values: [keys.map(({ event }) => event), keys.map(({ path }) => path), keys.map(({ matchKey }) => matchKey)],
  });
  return rows.map((row) => ({ place: row.place - 1, wait: toWait(row) }));
}

function toWait(row: WaitRow): FoundWait {
  return {
    runId: row.run_id,
    stepId: row.step_id,
    expression: row.expression,
    isCancel: row.is_cancel,
    functionId: row.function_id,
    event: row.event,
    ...(row.parent_run_id !== null &&
      row.parent_step_id !== null && { parent: { runId: row.parent_run_id, stepId: row.parent_step_id } }),
  };
}

const FIND_WAITS = `
  SELECT key.place::int, wait.run_id, wait.step_id, wait.expression, wait.is_cancel,
    run.function_id, run.event, run.parent_run_id, run.parent_step_id
  FROM unnest($1::text[], $2::text[], $3::uuid[]) WITH ORDINALITY AS key(event, path, match_key, place)
  JOIN engine_waits AS wait USING (event, path, match_key)
  JOIN engine_runs AS run ON run.id = wait.run_id
  ORDER BY key.place`;
