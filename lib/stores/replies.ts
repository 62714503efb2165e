import { z } from "zod";
import { type Id, toUuid } from "@/lib/domain/ids";
import type { PlannedReply } from "@/lib/domain/runs/effect";
import { pool } from "@/lib/platform/db";

type NewReply = PlannedReply & { workspaceId: Id<"workspace">; deliveryId: Id<"delivery">; runId: Id<"run"> };

/** Keeps a workflow's answer to a delivery. False when there is one already. */
export async function saveReply(reply: NewReply): Promise<boolean> {
  const { rowCount } = await pool().query(
    `INSERT INTO replies (delivery_id, workspace_id, run_id, status, content_type, body)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (delivery_id) DO NOTHING`,
    [
      toUuid(reply.deliveryId),
      toUuid(reply.workspaceId),
      toUuid(reply.runId),
      reply.status,
      reply.contentType,
      reply.body,
    ],
  );
  return rowCount === 1;
}

const Row = z.object({ status: z.number(), contentType: z.string(), body: z.string() });

export async function findReply(deliveryId: Id<"delivery">): Promise<PlannedReply | undefined> {
  const { rows } = await pool().query({
    name: "find-reply",
    text: `SELECT status, content_type AS "contentType", body FROM replies WHERE delivery_id = $1`,
    values: [toUuid(deliveryId)],
  });
  return rows[0] && Row.parse(rows[0]);
}
