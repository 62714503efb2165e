import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";

/** Cancels a run. False when it had ended, or is not there. Those that it waits for are cancelled with it. */
export async function cancelRun(workspaceId: Id<"workspace">, runId: Id<"run">, reason: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `WITH RECURSIVE family AS (
       SELECT id FROM runs WHERE id = $2 AND workspace_id = $1 AND status IN ('queued', 'running', 'waiting')
       UNION ALL
       SELECT r.id FROM runs r JOIN family ON r.parent_run_id = family.id
       WHERE r.status IN ('queued', 'running', 'waiting')
     )
     UPDATE runs SET status = 'cancelled', error = $3, ended_at = now()
     WHERE id IN (SELECT id FROM family) AND status IN ('queued', 'running', 'waiting')`,
    [toUuid(workspaceId), toUuid(runId), reason],
  );
  return (rowCount ?? 0) > 0;
}

/** Cancelled runs that the engine may still be busy with. */
export async function findCancelsToTell(limit: number): Promise<Id<"run">[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: "find-cancels-to-tell",
    text: "SELECT id FROM runs WHERE status = 'cancelled' AND NOT cancel_told ORDER BY id LIMIT $1",
    values: [limit],
  });
  return rows.map(({ id }) => fromUuid("run", id));
}

export async function markCancelsTold(runIds: Id<"run">[]): Promise<void> {
  await pool().query("UPDATE runs SET cancel_told = true WHERE id = ANY($1::uuid[])", [runIds.map(toUuid)]);
}

export type OverdueRun = {
  id: Id<"run">;
  workspaceId: Id<"workspace">;
  workflowId: Id<"workflow">;
  error: string;
};

const TOO_LONG = "It took longer than the workflow allows.";

/** Fails the runs that have taken longer than they may. */
export async function endOverdue(): Promise<OverdueRun[]> {
  const { rows } = await pool().query<{ id: string; workspaceId: string; workflowId: string }>({
    name: "end-overdue",
    text: `UPDATE runs SET status = 'failed', error = $1, ended_at = now()
           WHERE deadline_at < now() AND ended_at IS NULL AND status IN ('queued', 'running', 'waiting')
           RETURNING id, workspace_id AS "workspaceId", workflow_id AS "workflowId"`,
    values: [TOO_LONG],
  });
  return rows.map(({ id, workspaceId, workflowId }) => ({
    id: fromUuid("run", id),
    workspaceId: fromUuid("workspace", workspaceId),
    workflowId: fromUuid("workflow", workflowId),
    error: TOO_LONG,
  }));
}
