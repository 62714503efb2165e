import { type Id, toUuid } from "@/lib/domain/ids";
import { type StepRecord, stepRows, UPSERT_STEPS } from "@/lib/stores/step-rows";
import { inTransaction } from "@/lib/stores/transaction";

export type NewRetry = {
  id: Id<"run">;
  /** The run that is tried again. */
  of: Id<"run">;
  version: number;
  /** Whether effects get keys of their own, so that those that were done are done again. */
  again: boolean;
  /** The steps that are taken over. */
  kept: StepRecord[];
};

/** Queues a run that tries another one again, with the steps that it takes over, in one commit. */
export async function insertRetry(workspaceId: Id<"workspace">, { id, of, version, again, kept }: NewRetry) {
  await inTransaction(async (client) => {
    await client.query(
      `INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, item, node_id, input, status, cause, root_id,
         retry_of, lane_limit, lane_key)
       SELECT $1, workspace_id, workflow_id, $4, delivery_id, item, node_id, input, 'queued', 'retry',
         CASE WHEN NOT $5 THEN coalesce(root_id, id) END, id, lane_limit, lane_key
       FROM runs WHERE id = $2 AND workspace_id = $3`,
      [toUuid(id), toUuid(of), toUuid(workspaceId), version, again],
    );
    if (kept.length > 0) await client.query(UPSERT_STEPS, [stepRows([{ run: { id, workspaceId }, steps: kept }])]);
  });
}
