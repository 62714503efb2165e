import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { EffectState, type LedgerEntry } from "@/lib/domain/runs/recovery";
import { LoggedRequest } from "@/lib/domain/runs/run";
import { pool } from "@/lib/platform/db";
import { jsonText } from "@/lib/stores/json-text";

const Done = z.object({ output: jsonText.nullable() });

/** What an effect gave that was done under this key, in whichever run; undefined when none was. */
export async function findDoneEffect(
  workspaceId: Id<"workspace">,
  idempotencyKey: string,
): Promise<{ output: unknown } | undefined> {
  const { rows } = await pool().query({
    name: "find-done-effect",
    text: `SELECT s.output::text AS output FROM attempts a JOIN steps s ON s.id = a.step_id
           WHERE a.idempotency_key = $1 AND a.workspace_id = $2 AND a.status = 'succeeded' ORDER BY a.id DESC LIMIT 1`,
    values: [idempotencyKey, toUuid(workspaceId)],
  });
  return rows[0] && Done.parse(rows[0]);
}

/** What all attempts under a key come to: one that succeeded confirms it, one that nobody saw the end of leaves it open. */
const STATE = `CASE WHEN bool_or(a.status = 'succeeded') THEN 'confirmed' WHEN bool_or(a.status = 'started') THEN 'sent'
  WHEN bool_or(a.status = 'unknown') THEN 'unknown' ELSE 'failed' END`;

const BATCH = 5_000;

/** What is known of the effects under these keys; nothing of those that were never begun. */
export async function findEffectStates(
  workspaceId: Id<"workspace">,
  keys: string[],
): Promise<Map<string, EffectState>> {
  const states = new Map<string, EffectState>();
  for (let start = 0; start < keys.length; start += BATCH) {
    const { rows } = await pool().query<{ key: string; state: unknown }>(
      `SELECT a.idempotency_key AS key, ${STATE} AS state FROM attempts a
       WHERE a.idempotency_key = ANY($1) AND a.workspace_id = $2 GROUP BY a.idempotency_key`,
      [keys.slice(start, start + BATCH), toUuid(workspaceId)],
    );
    for (const { key, state } of rows) states.set(key, EffectState.parse(state));
  }
  return states;
}

const EntryRow = z
  .object({
    key: z.string(),
    workflowId: z.string(),
    nodeId: z.string(),
    state: EffectState,
    attempts: z.number(),
    runs: z.array(z.string()),
    request: LoggedRequest,
    lastAt: z.date(),
  })
  .transform(
    ({ workflowId, runs, request, lastAt, ...entry }): LedgerEntry => ({
      ...entry,
      workflowId: fromUuid("workflow", workflowId),
      runs: runs.map((uuid) => fromUuid("run", uuid)),
      method: request.method,
      url: request.url,
      lastAt: lastAt.toISOString(),
    }),
  );

/** The ledger's lines for a run: by the keys that its own attempts have, and those of the runs it was tried as before or after. */
export async function listEffectsOfRun(workspaceId: Id<"workspace">, runId: Id<"run">): Promise<LedgerEntry[]> {
  const { rows } = await pool().query(
    `WITH family AS (
       SELECT r.id, r.workflow_id FROM runs r, runs this
       WHERE this.id = $1 AND this.workspace_id = $2 AND r.workspace_id = $2
         AND coalesce(r.root_id, r.id) = coalesce(this.root_id, this.id)
         AND (r.id = this.id OR r.id = this.root_id OR r.delivery_id = this.delivery_id)
     )
     SELECT a.idempotency_key AS key, min(family.workflow_id::text) AS "workflowId", min(s.node_id) AS "nodeId",
       ${STATE} AS state, count(*)::int AS attempts, array_agg(DISTINCT a.run_id::text) AS runs,
       (array_agg(a.request ORDER BY a.started_at DESC))[1] AS request, max(a.started_at) AS "lastAt"
     FROM family JOIN attempts a ON a.run_id = family.id JOIN steps s ON s.id = a.step_id
     GROUP BY a.idempotency_key ORDER BY min(a.started_at)`,
    [toUuid(runId), toUuid(workspaceId)],
  );
  return z.array(EntryRow).parse(rows);
}
