import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { ReplayFilter, ReplayProgress } from "@/lib/domain/runs/recovery";
import { pool } from "@/lib/platform/db";
import { gatherConditions } from "@/lib/stores/conditions";
import type { NewRun } from "@/lib/stores/delivery-commits";
import { addDeliveryFilter } from "@/lib/stores/delivery-filter";

/** A delivery as far as running it once more depends on it. */
export type Replayable = { id: Id<"delivery">; endpointId: Id<"endpoint">; eventType: string | null };

const ReplayableRow = z.object({
  id: z.string().transform((uuid) => fromUuid("delivery", uuid)),
  endpointId: z.string().transform((uuid) => fromUuid("endpoint", uuid)),
  eventType: z.string().nullable(),
});

/** Deliveries that a filter names, oldest first. Of those that it wants by how they ran, all that have ever run so. */
export async function findReplayable(
  workspaceId: Id<"workspace">,
  filter: ReplayFilter,
  limit: number,
): Promise<Replayable[]> {
  const conditions = gatherConditions();
  conditions.add("d.workspace_id = ?", toUuid(workspaceId));
  addDeliveryFilter(conditions, filter);
  if (filter.runStatus) {
    conditions.add(`EXISTS (${RUNS_OF_DELIVERY} AND r.status = ?)`, filter.runStatus);
    if (filter.workflow) conditions.add(`EXISTS (${RUNS_OF_DELIVERY} AND r.workflow_id = ?)`, toUuid(filter.workflow));
  }
  const { rows } = await pool().query(
    `SELECT d.id, d.endpoint_id AS "endpointId", d.event_type AS "eventType" FROM deliveries d
     WHERE ${conditions.text()} ORDER BY d.id LIMIT ${limit}`,
    conditions.values,
  );
  return z.array(ReplayableRow).parse(rows);
}

const RUNS_OF_DELIVERY =
  "SELECT 1 FROM runs r WHERE r.delivery_id = d.id AND r.workspace_id = d.workspace_id AND r.parent_run_id IS NULL";

/** The last run of each workflow for a delivery, or one of its events. */
export type LastRun = {
  deliveryId: Id<"delivery">;
  workflowId: Id<"workflow">;
  item: number | null;
  id: Id<"run">;
  rootId: Id<"run">;
  status: string;
};

const LastRunRow = z.object({
  deliveryId: z.string().transform((uuid) => fromUuid("delivery", uuid)),
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  item: z.number().nullable(),
  id: z.string().transform((uuid) => fromUuid("run", uuid)),
  rootId: z.string().transform((uuid) => fromUuid("run", uuid)),
  status: z.string(),
});

export async function findLastRuns(workspaceId: Id<"workspace">, deliveryIds: Id<"delivery">[]): Promise<LastRun[]> {
  const { rows } = await pool().query(
    `SELECT DISTINCT ON (delivery_id, workflow_id, item) delivery_id AS "deliveryId", workflow_id AS "workflowId", item, id,
       coalesce(root_id, id) AS "rootId", status
     FROM runs WHERE workspace_id = $1 AND delivery_id = ANY($2::uuid[]) AND parent_run_id IS NULL
     ORDER BY delivery_id, workflow_id, item, id DESC`,
    [toUuid(workspaceId), deliveryIds.map(toUuid)],
  );
  return z.array(LastRunRow).parse(rows);
}

/** A run of a delivery that has been run before. */
export type NewReplay = {
  run: NewRun;
  deliveryId: Id<"delivery">;
  /** Whose keys its effects have; null for keys of their own. */
  rootId: Id<"run"> | null;
  retryOf: Id<"run"> | null;
  /** When its turn comes, in ms since 1970. */
  dueAtMs: number;
};

const BATCH = 1_000;

/** Queues runs of deliveries that came before; `replayId` names those that belong together. */
export async function insertReplays(
  workspaceId: Id<"workspace">,
  replays: NewReplay[],
  replayId: Id<"replay"> | null,
): Promise<void> {
  for (let start = 0; start < replays.length; start += BATCH) {
    const rows = replays.slice(start, start + BATCH).map(({ run, deliveryId, rootId, retryOf, dueAtMs }) => ({
      id: toUuid(run.id),
      workflow_id: toUuid(run.workflowId),
      version: run.version,
      delivery_id: toUuid(deliveryId),
      node_id: run.nodeId,
      item: run.item,
      status: run.status,
      error: run.error,
      root_id: rootId && toUuid(rootId),
      retry_of: retryOf && toUuid(retryOf),
      due_at: new Date(dueAtMs),
      lane_limit: run.lane?.limit ?? null,
      lane_key: run.lane?.key ?? null,
    }));
    await pool().query(
      `INSERT INTO runs (id, workspace_id, workflow_id, version, delivery_id, node_id, item, status, error, cause, root_id,
         retry_of, replay_id, due_at, lane_limit, lane_key, ended_at)
       SELECT id, $1, workflow_id, version, delivery_id, node_id, item, status, error, 'replay', root_id, retry_of, $3,
         due_at, lane_limit, lane_key, CASE WHEN status = 'filtered' THEN now() END
       FROM json_to_recordset($2) AS r(id uuid, workflow_id uuid, version int, delivery_id uuid, node_id text, item int,
         status text, error text, root_id uuid, retry_of uuid, due_at timestamptz, lane_limit int, lane_key text)`,
      [toUuid(workspaceId), JSON.stringify(rows), replayId && toUuid(replayId)],
    );
  }
}

const CountRow = z.object({
  total: z.number(),
  waiting: z.number(),
  running: z.number(),
  done: z.number(),
  failed: z.number(),
  filtered: z.number(),
  cancelled: z.number(),
});

/** How far a replay has come; undefined when there is none with that id. */
export async function countReplay(
  workspaceId: Id<"workspace">,
  id: Id<"replay">,
): Promise<Omit<ReplayProgress, "id"> | undefined> {
  const { rows } = await pool().query(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'queued')::int AS waiting,
       count(*) FILTER (WHERE status IN ('running', 'waiting'))::int AS running,
       count(*) FILTER (WHERE status = 'done')::int AS done, count(*) FILTER (WHERE status = 'failed')::int AS failed,
       count(*) FILTER (WHERE status = 'filtered')::int AS filtered,
       count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled
     FROM runs WHERE replay_id = $2 AND workspace_id = $1`,
    [toUuid(workspaceId), toUuid(id)],
  );
  const counts = CountRow.parse(rows[0]);
  return counts.total === 0 ? undefined : counts;
}

/** Cancels the runs of a replay whose turn has not come. */
export async function cancelWaiting(workspaceId: Id<"workspace">, id: Id<"replay">): Promise<void> {
  await pool().query(
    `UPDATE runs SET status = 'cancelled', error = 'Its replay was cancelled.', ended_at = now()
     WHERE replay_id = $2 AND workspace_id = $1 AND status = 'queued' AND NOT handed_over`,
    [toUuid(workspaceId), toUuid(id)],
  );
}
