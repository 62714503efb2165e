import type { Queryable } from "@/lib/stores/engine/queryable";

export type Claim = { runId: string; stepId: string; lease: string };

/** Keeps claimed jobs for another `leaseMs`, all in one statement. */
export async function extendLeases(database: Queryable, claims: Claim[], leaseMs: number): Promise<void> {
  await database.query({ name: "engine-extend-leases", text: EXTEND, values: [claimRows(claims), leaseMs] });
}

/** Gives claimed jobs back, due at once, for this process or another. */
export async function releaseLeases(database: Queryable, claims: Claim[]): Promise<void> {
  await database.query({ name: "engine-release-leases", text: RELEASE, values: [claimRows(claims)] });
}

/** Gives back all that is claimed, for a process that knows itself to be the only one: whoever claimed it is gone. */
export async function releaseAllLeases(database: Queryable): Promise<void> {
  await database.query("UPDATE engine_jobs SET lease = NULL, due_at = now() WHERE lease IS NOT NULL");
}

function claimRows(claims: Claim[]): string {
  return JSON.stringify(claims.map(({ runId, stepId, lease }) => ({ run_id: runId, step_id: stepId, lease })));
}

/** A job that another statement is just ending needs no lease, and waiting for it could be mutual. */
const changeHeld = (change: string) => `
  WITH held AS (
    SELECT job.run_id, job.step_id
    FROM engine_jobs AS job
    JOIN json_to_recordset($1) AS claim(run_id uuid, step_id text, lease uuid)
      ON job.run_id = claim.run_id AND job.step_id = claim.step_id AND job.lease = claim.lease
    FOR UPDATE OF job SKIP LOCKED
  )
  UPDATE engine_jobs AS job SET ${change}
  FROM held WHERE job.run_id = held.run_id AND job.step_id = held.step_id`;

const EXTEND = changeHeld("due_at = now() + $2 * interval '1 millisecond'");
const RELEASE = changeHeld("lease = NULL, due_at = now()");
