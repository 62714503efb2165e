import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import type { RunCause } from "@/lib/domain/runs/run";
import type { Lane } from "@/lib/domain/workflow/lane";
import { pool } from "@/lib/platform/db";
import { inTransaction } from "@/lib/stores/transaction";

/** What starts a running version besides deliveries. */
export type TriggerKind = "schedule" | "manual" | "failure";

export type StoredTrigger = { workflowId: Id<"workflow">; nodeId: string; version: number };

const TriggerRow = z.object({
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  nodeId: z.string(),
  version: z.number(),
});

type FailedRun = { id: Id<"run">; workspaceId: Id<"workspace">; workflowId: Id<"workflow"> };

/** What starts when this run's workflow fails; nothing when a failure has begun the run itself. */
export async function findFailureTriggers(run: FailedRun): Promise<StoredTrigger[]> {
  const { rows } = await pool().query({
    name: "find-failure-triggers",
    text: `SELECT t.workflow_id AS "workflowId", t.node_id AS "nodeId", t.version
           FROM workflow_triggers t JOIN workflows w ON w.id = t.workflow_id
           WHERE t.workspace_id = $1 AND t.kind = 'failure' AND (t.watched_id IS NULL OR t.watched_id = $2)
             AND t.workflow_id <> $2 AND w.status = 'active' AND w.deleted_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM runs WHERE id = $3 AND cause = 'failure')`,
    values: [toUuid(run.workspaceId), toUuid(run.workflowId), toUuid(run.id)],
  });
  return z.array(TriggerRow).parse(rows);
}

type NewRun = StoredTrigger & { id: Id<"run">; cause: RunCause; input: unknown; lane: Lane | null };

/** Queues a run that no delivery begins. A second one with the same id is none. */
export async function insertRun(workspaceId: Id<"workspace">, run: NewRun): Promise<void> {
  await pool().query(INSERT_RUN, valuesOf(toUuid(workspaceId), run));
}

const INSERT_RUN = `
INSERT INTO runs (id, workspace_id, workflow_id, version, node_id, status, cause, input, lane_limit, lane_key)
VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`;

function valuesOf(workspaceUuid: string, { id, workflowId, version, nodeId, cause, input, lane }: NewRun): unknown[] {
  const keys = [toUuid(id), workspaceUuid, toUuid(workflowId), version, nodeId];
  return [...keys, cause, writeJson(input), lane?.limit ?? null, lane?.key ?? null];
}

export type DueSchedule = StoredTrigger & { config: unknown; dueAt: Date };

const DueRow = TriggerRow.extend({ config: z.unknown(), dueAt: z.date(), workspaceUuid: z.string() });

const DUE_MAX = 100;

/**
 * Takes the schedules that are due: for each, the run that `begin` makes of it is queued and the next moment noted, in one
 * commit. Of several processes one takes each. Tells how many there were.
 */
export async function takeDueSchedules(
  begin: (due: DueSchedule) => Promise<{ run: NewRun; nextAt: Date | null }>,
): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query(
      `SELECT t.workspace_id AS "workspaceUuid", t.workflow_id AS "workflowId", t.node_id AS "nodeId", t.version, t.config,
         t.next_at AS "dueAt"
       FROM workflow_triggers t JOIN workflows w ON w.id = t.workflow_id
       WHERE t.kind = 'schedule' AND t.next_at <= now() AND w.status = 'active' AND w.deleted_at IS NULL
       ORDER BY t.next_at LIMIT ${DUE_MAX} FOR UPDATE OF t SKIP LOCKED`,
    );
    const due = z.array(DueRow).parse(rows);
    for (const { workspaceUuid, ...schedule } of due) {
      const { run, nextAt } = await begin(schedule);
      await client.query(INSERT_RUN, valuesOf(workspaceUuid, run));
      await client.query("UPDATE workflow_triggers SET next_at = $3 WHERE workflow_id = $1 AND node_id = $2", [
        toUuid(schedule.workflowId),
        schedule.nodeId,
        nextAt,
      ]);
    }
    return due.length;
  });
}
