import { randomUUID } from "node:crypto";
import type pg from "pg";
import { lendTransaction } from "@/lib/platform/lend-connection";
import type { Queryable } from "@/lib/stores/engine/queryable";

/** `call` the function; or what ends a sleep, a wait (its timeout) or an invocation (its timeout). */
export type JobKind = "call" | "sleep" | "wait" | "invoke";

/** What a run has come to, as one reading of its row found it. */
export type RunState = {
  version: number;
  /** Whether the SDK must report new steps instead of running them at once. */
  isForced: boolean;
  /** The parallel steps that must end before the function is called again. */
  pending: string[];
  /** A change is refused when the run has moved on from this. */
  revision: number;
  /** The finished steps, in the order they finished. */
  stack: string[];
};

export type ClaimedJob = {
  runId: string;
  /** The step, or `step` for a call that discovers what comes next. */
  stepId: string;
  kind: JobKind;
  isRace: boolean;
  /** Failed attempts before this one. */
  attempt: number;
  /** Names this claim: whatever is done in its name is refused once another has taken the job. */
  lease: string;
  functionId: string;
  /** The event that began the run, as JSON text. */
  event: string;
  state: RunState;
  /** The finished steps' results, as the members of a JSON object. */
  stepsJson: string;
  stepsBytes: number;
  parent?: { runId: string; stepId: string };
};

export type ClaimOptions = {
  limit: number;
  leaseMs: number;
  /** When to look at jobs under a concurrency limit, which costs more. Taking turns, neither kind starves the other. */
  slotted: "never" | "first" | "last";
};

/** Takes due jobs, the longest due first, for `leaseMs`. Several processes may claim at once: none takes another's. */
export async function claimJobs(pool: pg.Pool, options: ClaimOptions): Promise<ClaimedJob[]> {
  const { slotted, limit } = options;
  if (slotted === "never") return claimPlain(pool, options);
  const [claimFirst, claimRest] = slotted === "first" ? [claimSlotted, claimPlain] : [claimPlain, claimSlotted];
  const first = await claimFirst(pool, options);
  if (first.length === limit) return first;
  return [...first, ...(await claimRest(pool, { ...options, limit: limit - first.length }))];
}

function claimPlain(pool: pg.Pool, options: ClaimOptions): Promise<ClaimedJob[]> {
  return claim(pool, { name: "engine-claim", text: CLAIM }, options);
}

function claimSlotted(pool: pg.Pool, options: ClaimOptions): Promise<ClaimedJob[]> {
  return lendTransaction(pool, async (connection) => {
    // Two claims at once would both count the same free place.
    await connection.query("SELECT pg_advisory_xact_lock(hashtext('engine-slots'))");
    return claim(connection, { name: "engine-claim-slotted", text: CLAIM_SLOTTED }, options);
  });
}

type JobRow = {
  run_id: string;
  step_id: string;
  kind: JobKind;
  is_race: boolean;
  attempt: number;
  function_id: string;
  event: string;
  version: number;
  is_forced: boolean;
  pending: string[];
  revision: number;
  parent_run_id: string | null;
  parent_step_id: string | null;
  stack: string;
  steps_json: string;
  steps_bytes: number;
};

async function claim(
  database: Queryable,
  statement: { name: string; text: string },
  { limit, leaseMs }: ClaimOptions,
): Promise<ClaimedJob[]> {
  const lease = randomUUID();
  const { rows } = await database.query<JobRow>({ ...statement, values: [lease, limit, leaseMs] });
  return rows.map((row) => toJob(row, lease));
}

function toJob(row: JobRow, lease: string): ClaimedJob {
  return {
    runId: row.run_id,
    stepId: row.step_id,
    kind: row.kind,
    isRace: row.is_race,
    attempt: row.attempt,
    lease,
    functionId: row.function_id,
    event: row.event,
    state: {
      version: row.version,
      isForced: row.is_forced,
      pending: row.pending,
      revision: row.revision,
      stack: row.stack === "" ? [] : row.stack.split(" "),
    },
    stepsJson: row.steps_json,
    stepsBytes: row.steps_bytes,
    ...(row.parent_run_id !== null &&
      row.parent_step_id !== null && { parent: { runId: row.parent_run_id, stepId: row.parent_step_id } }),
  };
}

/** A lease is the due time moved forward, so that a dead process's jobs are simply due again. */
const takeDue = (due: string) => `
  WITH ${due},
  taken AS (
    UPDATE engine_jobs AS job SET lease = $1, due_at = now() + $3 * interval '1 millisecond'
    FROM due WHERE job.run_id = due.run_id AND job.step_id = due.step_id
    RETURNING job.run_id, job.step_id, job.kind, job.is_race, job.attempt
  )
  SELECT taken.*, run.function_id, run.event, run.version, run.is_forced, run.pending, run.revision,
    run.parent_run_id, run.parent_step_id, done.*
  FROM taken
  JOIN engine_runs AS run ON run.id = taken.run_id
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(step_id, ' ' ORDER BY position), '') AS stack,
      coalesce(string_agg('"' || step_id || '":' || result, ',' ORDER BY position), '') AS steps_json,
      coalesce(sum(octet_length(result)), 0)::int AS steps_bytes
    FROM engine_steps WHERE run_id = taken.run_id
  ) AS done`;

const CLAIM = takeDue(`
  due AS MATERIALIZED (
    SELECT run_id, step_id FROM engine_jobs
    WHERE slot_key = '' AND due_at <= now()
    ORDER BY due_at, run_id LIMIT $2
    FOR UPDATE SKIP LOCKED
  )`);

/** For each limit with due jobs (found key by key, not by reading them all), as many as it has free places. */
const CLAIM_SLOTTED = takeDue(`RECURSIVE
  slots AS (
    (SELECT slot_key AS key FROM engine_jobs WHERE slot_key > '' ORDER BY slot_key LIMIT 1)
    UNION ALL
    SELECT (SELECT slot_key FROM engine_jobs WHERE slot_key > slots.key ORDER BY slot_key LIMIT 1)
    FROM slots WHERE slots.key IS NOT NULL
  ), free AS (
    SELECT candidate.run_id, candidate.step_id
    FROM slots CROSS JOIN LATERAL (
      SELECT run_id, step_id, due_at,
        row_number() OVER (ORDER BY due_at, run_id) AS place,
        slot_limit - (
          SELECT count(*) FROM engine_jobs AS held
          WHERE held.slot_key = slots.key AND held.due_at > now() AND held.lease IS NOT NULL) AS places
      FROM engine_jobs WHERE slot_key = slots.key AND due_at <= now()
      ORDER BY due_at, run_id LIMIT $2
    ) AS candidate
    WHERE place <= places
    ORDER BY due_at, run_id LIMIT $2
  ), due AS MATERIALIZED (
    SELECT job.run_id, job.step_id FROM engine_jobs AS job JOIN free USING (run_id, step_id)
    FOR UPDATE OF job SKIP LOCKED
  )`);
