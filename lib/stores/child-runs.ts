import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import { type RunCause, RunStatus } from "@/lib/domain/runs/run";
import { pool } from "@/lib/platform/db";
import { jsonText } from "@/lib/stores/json-text";
import type { RunKey } from "@/lib/stores/step-rows";

/** A run that another one begins and waits for. */
export type NewChild = {
  id: Id<"run">;
  rootId: Id<"run">;
  workflowId: Id<"workflow">;
  version: number;
  nodeId: string;
  cause: RunCause;
  loopItem: number | null;
  input: unknown;
};

/**
 * Queues runs that another one waits for; what rang it rings them, too, unless they are of another workflow. A run that is
 * cancelled meanwhile begins none: its row is held until they are written.
 */
export async function insertChildren(parent: RunKey, nodeId: string, children: NewChild[]): Promise<void> {
  const rows = children.map((child) => ({
    id: toUuid(child.id),
    root_id: child.rootId === child.id ? null : toUuid(child.rootId),
    workflow_id: toUuid(child.workflowId),
    version: child.version,
    node_id: child.nodeId,
    cause: child.cause,
    loop_item: child.loopItem,
    input: writeJson(child.input),
  }));
  await pool().query(
    `INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, item, node_id, status, cause, input, root_id,
       parent_run_id, parent_node_id, loop_item)
     SELECT c.id, parent.workspace_id, c.workflow_id, c.version,
       CASE WHEN c.loop_item IS NOT NULL THEN parent.delivery_id END,
       CASE WHEN c.loop_item IS NOT NULL THEN parent.item END,
       c.node_id, 'queued', c.cause, c.input::json, c.root_id, parent.id, $3, c.loop_item
     FROM json_to_recordset($4) AS c(id uuid, root_id uuid, workflow_id uuid, version int, node_id text, cause text,
       loop_item int, input text),
      (SELECT id, workspace_id, delivery_id, item FROM runs
       WHERE id = $1 AND workspace_id = $2 AND status <> 'cancelled' FOR SHARE) AS parent
     ON CONFLICT (id) DO NOTHING`,
    [toUuid(parent.id), toUuid(parent.workspaceId), nodeId, JSON.stringify(rows)],
  );
}

const ChildRow = z.object({
  id: z.string().transform((uuid) => fromUuid("run", uuid)),
  status: RunStatus,
  output: jsonText.nullable(),
  /** Whether it gave more than there is room for. */
  isCut: z.boolean(),
  error: z.string().nullable(),
});

/** So much of what all of them gave is kept together, in bytes. */
const OUTPUTS_BYTES_MAX = 4_194_304;

/** The runs that a step began, in the order of their items. What the last of them gave is left out where it is too much. */
export async function listChildren(workspaceId: Id<"workspace">, runId: Id<"run">, nodeId: string) {
  const { rows } = await pool().query(
    `SELECT id, status, CASE WHEN bytes <= $4 THEN output END AS output, coalesce(bytes > $4, false) AS "isCut", error
     FROM (
       SELECT id, status, output::text AS output, error, loop_item,
         sum(octet_length(output::text)) OVER (ORDER BY loop_item NULLS FIRST, id) AS bytes
       FROM runs WHERE parent_run_id = $1 AND parent_node_id = $2 AND workspace_id = $3
     ) AS children ORDER BY loop_item NULLS FIRST, id`,
    [toUuid(runId), nodeId, toUuid(workspaceId), OUTPUTS_BYTES_MAX],
  );
  return z.array(ChildRow).parse(rows);
}

/** How many runs wait for this one, directly or through others. */
export async function countAncestors(runId: Id<"run">): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `WITH RECURSIVE line AS (
       SELECT parent_run_id FROM runs WHERE id = $1
       UNION ALL SELECT r.parent_run_id FROM runs r JOIN line ON r.id = line.parent_run_id
     )
     SELECT count(parent_run_id)::int AS count FROM line`,
    [toUuid(runId)],
  );
  return rows[0]?.count ?? 0;
}

/** Ends the waits of which every run has ended; of all runs, or of those that wait for one of these. */
export async function endWaitsForRuns(parentIds: Id<"run">[] | null): Promise<number> {
  const { rowCount } = await pool().query(
    `UPDATE waits SET ended_at = now(), outcome = '{}'
     WHERE kind = 'runs' AND ended_at IS NULL AND closed_at IS NULL AND ($1::uuid[] IS NULL OR run_id = ANY($1))
       AND EXISTS (SELECT 1 FROM runs c WHERE c.parent_run_id = waits.run_id AND c.parent_node_id = waits.node_id)
       AND NOT EXISTS (
         SELECT 1 FROM runs c WHERE c.parent_run_id = waits.run_id AND c.parent_node_id = waits.node_id
           AND c.status IN ('queued', 'running', 'waiting'))`,
    [parentIds?.map(toUuid) ?? null],
  );
  return rowCount ?? 0;
}
