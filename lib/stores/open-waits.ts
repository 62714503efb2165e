import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import type { WaitsFor } from "@/lib/domain/runs/run";
import { pool } from "@/lib/platform/db";

const Asked = z.object({
  question: z.string().default(""),
  eventTypes: z.array(z.string()).default([]),
  path: z.string().default(""),
  equals: z.string().default(""),
});

const Row = z.object({
  id: z.string(),
  nodeId: z.string(),
  kind: z.enum(["delivery", "approval", "runs"]),
  endpointId: z.string().nullable(),
  endpointName: z.string().nullable(),
  asked: Asked,
  expiresAt: z.date(),
  total: z.number(),
  ended: z.number(),
});

/** What the steps of a run wait for that somebody else does, by their nodes. */
export async function findOpenWaits(workspaceId: Id<"workspace">, runId: Id<"run">): Promise<Map<string, WaitsFor>> {
  const { rows } = await pool().query(
    `SELECT w.id, w.node_id AS "nodeId", w.kind, w.endpoint_id AS "endpointId", e.name AS "endpointName", w.asked,
       w.expires_at AS "expiresAt", count(r.id)::int AS total, count(r.ended_at)::int AS ended
     FROM waits w LEFT JOIN endpoints e ON e.id = w.endpoint_id
       LEFT JOIN runs r ON r.parent_run_id = w.run_id AND r.parent_node_id = w.node_id AND w.kind = 'runs'
     WHERE w.run_id = $1 AND w.workspace_id = $2 AND w.closed_at IS NULL
     GROUP BY w.id, e.id`,
    [toUuid(runId), toUuid(workspaceId)],
  );
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map((row) => [row.nodeId, toWaitsFor(row)]),
  );
}

function toWaitsFor({
  id,
  kind,
  endpointId,
  endpointName,
  asked,
  expiresAt,
  total,
  ended,
}: z.infer<typeof Row>): WaitsFor {
  const { question, ...match } = asked;
  const until = expiresAt.toISOString();
  if (kind === "runs") return { kind, total, ended };
  if (endpointId === null) return { kind: "approval", id: fromUuid("wait", id), question, until };
  return {
    kind: "delivery",
    endpointId: fromUuid("endpoint", endpointId),
    endpointName: endpointName ?? "",
    ...match,
    until,
  };
}
