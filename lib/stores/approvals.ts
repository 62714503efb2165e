import { z } from "zod";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { type Page, toPage } from "@/lib/domain/page";
import { type Approval, ApprovalOutcome, type ApprovalQuery, type ApprovalStatus } from "@/lib/domain/runs/approval";
import { pool } from "@/lib/platform/db";

/** An approval, and whose it is. */
export type StoredApproval = Approval & { workspaceId: Id<"workspace"> };

const IS_OPEN = `(w.ended_at IS NULL AND w.closed_at IS NULL AND w.expires_at > now()
  AND r.status IN ('queued', 'running', 'waiting'))`;

const SELECT = `
  SELECT w.id, w.workspace_id AS "workspaceId", w.run_id AS "runId", r.workflow_id AS "workflowId",
    f.name AS "workflowName", w.node_id AS "nodeId", w.asked, w.created_at AS "askedAt", w.expires_at AS "expiresAt",
    w.ended_at AS "decidedAt", w.outcome, ${IS_OPEN} AS "isOpen"
  FROM waits w JOIN runs r ON r.id = w.run_id JOIN workflows f ON f.id = r.workflow_id
  WHERE w.kind = 'approval'`;

const date = z.date().transform((at) => at.toISOString());

const Row = z
  .object({
    id: z.string().transform((uuid) => fromUuid("wait", uuid)),
    workspaceId: z.string().transform((uuid) => fromUuid("workspace", uuid)),
    runId: z.string().transform((uuid) => fromUuid("run", uuid)),
    workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
    workflowName: z.string(),
    nodeId: z.string(),
    asked: z.object({ question: z.string() }),
    askedAt: date,
    expiresAt: date,
    decidedAt: date.nullable(),
    outcome: ApprovalOutcome.nullable(),
    isOpen: z.boolean(),
  })
  .transform(({ asked, outcome, isOpen, ...row }): StoredApproval => {
    const ended: ApprovalStatus = outcome?.decision ?? "expired";
    return {
      ...row,
      question: asked.question,
      status: isOpen ? "open" : ended,
      by: outcome?.by ?? null,
      note: outcome?.note ?? "",
    };
  });

/** Those of the newest runs first. */
export async function listApprovals(
  workspaceId: Id<"workspace">,
  { status, cursor, limit }: ApprovalQuery,
): Promise<Page<StoredApproval>> {
  const { rows } = await pool().query(
    `${SELECT} AND w.workspace_id = $1 AND ${status === "open" ? IS_OPEN : `NOT ${IS_OPEN}`}
       AND ($2::uuid IS NULL OR w.id < $2)
     ORDER BY w.id DESC LIMIT $3`,
    [toUuid(workspaceId), cursor === undefined ? null : toUuid(cursor), limit + 1],
  );
  return toPage(z.array(Row).parse(rows), limit);
}

export async function findApproval(workspaceId: Id<"workspace">, id: Id<"wait">): Promise<StoredApproval | undefined> {
  return firstOf(`${SELECT} AND w.workspace_id = $1 AND w.id = $2`, [toUuid(workspaceId), toUuid(id)]);
}

/** The approval that a link leads to, by its token's SHA-256. */
export async function findApprovalByToken(tokenHash: Uint8Array): Promise<StoredApproval | undefined> {
  return firstOf(`${SELECT} AND w.token_hash = $1`, [tokenHash]);
}

async function firstOf(text: string, values: unknown[]): Promise<StoredApproval | undefined> {
  const { rows } = await pool().query(text, values);
  return rows[0] && Row.parse(rows[0]);
}
