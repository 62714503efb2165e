import type { Actor } from "@/lib/domain/accounts/actor";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { Run } from "@/lib/domain/runs/run";
import { pool } from "@/lib/platform/db";
import { readRun } from "@/lib/services/read-run";

/** The runs that this one began and waits for, in the order of their items. */
export async function childrenOf(actor: Actor, runId: Id<"run">): Promise<Run[]> {
  const { rows } = await pool().query<{ id: string }>(
    "SELECT id FROM runs WHERE parent_run_id = $1 ORDER BY loop_item NULLS FIRST, id",
    [toUuid(runId)],
  );
  return Promise.all(rows.map(({ id }) => readRun(actor, fromUuid("run", id))));
}
