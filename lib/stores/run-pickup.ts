import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { StepStatus } from "@/lib/domain/runs/run";
import { db, pool } from "@/lib/platform/db";
import { idsOfSameTime } from "@/lib/stores/ids-of-same-time";
import { jsonText } from "@/lib/stores/json-text";
import type { RunKey } from "@/lib/stores/run-progress";

/** A run as the engine takes it up: what rang, and what earlier sittings have left. */
export type StoredRun = z.infer<typeof RunRow>;

const RunRow = z.object({
  workspaceId: z.string().transform((uuid) => fromUuid("workspace", uuid)),
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  version: z.number(),
  nodeId: z.string(),
  delivery: z.object({
    id: z.string().transform((uuid) => fromUuid("delivery", uuid)),
    receivedAt: z.date(),
    method: z.string(),
    path: z.string(),
    query: z.string(),
    address: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    contentType: z.string(),
    eventType: z.string().nullable(),
    eventId: z.string().nullable(),
  }),
  body: z.instanceof(Uint8Array).nullable(),
  /** The effects that have ended, by node. */
  endedSteps: z.record(
    z.string(),
    z.object({
      status: StepStatus,
      port: z.string().nullable(),
      output: z
        .string()
        .nullable()
        .transform((text) => (text === null ? null : jsonText.parse(text))),
      error: z.string().nullable(),
    }),
  ),
});

/** Marks a run as running and reads it with its delivery. Undefined when it has ended, or is not there. */
export async function takeUpRun(runId: Id<"run">): Promise<StoredRun | undefined> {
  const [from, to] = idsOfSameTime(runId);
  const { rows } = await pool().query({ name: "take-up-run", text: TAKE_UP, values: [toUuid(runId), from, to] });
  const row = rows[0];
  if (!row) return undefined;
  return RunRow.parse({ ...row, delivery: row });
}

const TAKE_UP = `
WITH taken AS (
  UPDATE runs SET status = 'running', started_at = coalesce(started_at, now()), handed_over = true
  WHERE id = $1 AND status IN ('queued', 'running', 'waiting')
  RETURNING *
)
SELECT taken.workspace_id AS "workspaceId", taken.workflow_id AS "workflowId", taken.version, taken.node_id AS "nodeId",
       d.id, d.received_at AS "receivedAt", d.method, d.path, d.query, d.address, d.headers,
       d.content_type AS "contentType", d.event_type AS "eventType", d.event_id AS "eventId", b.body,
       coalesce((SELECT json_object_agg(s.node_id, json_build_object(
                   'status', s.status, 'port', s.port, 'output', s.output::text, 'error', s.error))
                 FROM steps s
                 WHERE s.run_id = taken.id AND s.id >= $2 AND s.id < $3 AND s.ended_at IS NOT NULL), '{}') AS "endedSteps"
FROM taken
JOIN deliveries d ON d.id = taken.delivery_id
LEFT JOIN delivery_bodies b ON b.id = taken.delivery_id`;

export type RunHeader = RunKey & { workflowId: Id<"workflow">; deliveryId: Id<"delivery"> };

/** What a run belongs to; undefined when there is no such run. */
export async function findRunHeader(runId: Id<"run">): Promise<RunHeader | undefined> {
  const row = await db().run.findUnique({
    where: { id: toUuid(runId) },
    select: { workspaceId: true, workflowId: true, deliveryId: true },
  });
  if (!row) return undefined;
  return {
    id: runId,
    workspaceId: fromUuid("workspace", row.workspaceId),
    workflowId: fromUuid("workflow", row.workflowId),
    deliveryId: fromUuid("delivery", row.deliveryId),
  };
}
