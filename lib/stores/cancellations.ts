import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";

/** Cancels a run. False when it had ended, or is not there. Those that it waits for are cancelled after it. */
export async function cancelRun(workspaceId: Id<"workspace">, runId: Id<"run">, reason: string): Promise<boolean> {
  const workspace = toUuid(workspaceId);
  const isCancelled = await cancelOne(workspace, toUuid(runId), reason);
  // A run that is cancelled begins no others, so what is found now is all.
  const line = isCancelled ? [toUuid(runId)] : [];
  for (const parent of line) {
    for (const child of await findGoingOn(workspace, parent)) {
      if (await cancelOne(workspace, child, reason)) line.push(child);
    }
  }
  return isCancelled;
}

/** One at a time: whoever holds several rows at once may wait in a circle with those that write many runs together. */
async function cancelOne(workspace: string, id: string, reason: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "cancel-run",
    text: `UPDATE runs SET status = 'cancelled', error = $3, ended_at = now()
           WHERE workspace_id = $1 AND id = $2 AND status IN ('queued', 'running', 'waiting')`,
    values: [workspace, id, reason],
  });
  return rowCount === 1;
}

async function findGoingOn(workspace: string, parent: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: "find-children-going-on",
    text: `SELECT id FROM runs
           WHERE workspace_id = $1 AND parent_run_id = $2 AND status IN ('queued', 'running', 'waiting')`,
    values: [workspace, parent],
  });
  return rows.map(({ id }) => id);
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
