import { z } from "zod";
import { fromUuid, type Id, idOfBytes, stampUuidV7, timeOfId, toUuid } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import { pool } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { jsonText } from "@/lib/stores/json-text";
import type { RunKey } from "@/lib/stores/step-rows";

/** `runs`: for the end of runs that it began itself. */
export type WaitKind = "delivery" | "approval" | "runs";

type NewWait = {
  run: RunKey;
  nodeId: string;
  kind: WaitKind;
  endpointId?: Id<"endpoint">;
  asked: unknown;
  tokenHash?: Uint8Array;
  expiresAtMs: number;
};

/** The same for the same node of the same run, so that opening twice makes one. */
export function waitIdOf(runId: Id<"run">, nodeId: string): Id<"wait"> {
  const bytes = stampUuidV7(Uint8Array.from(sha256(`${runId}:${nodeId}:wait`).subarray(0, 16)), timeOfId(runId));
  return idOfBytes("wait", bytes);
}

/** Writes what a run waits for. Deliveries count from now on. */
export async function openWait({ run, nodeId, kind, endpointId, asked, tokenHash, expiresAtMs }: NewWait) {
  await pool().query(
    `INSERT INTO waits (id, workspace_id, run_id, node_id, kind, endpoint_id, asked, token_hash, scanned_to, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
       (SELECT id FROM deliveries WHERE workspace_id = $2 AND endpoint_id = $6 ORDER BY id DESC LIMIT 1), $9)
     ON CONFLICT (id) DO NOTHING`,
    [
      toUuid(waitIdOf(run.id, nodeId)),
      toUuid(run.workspaceId),
      toUuid(run.id),
      nodeId,
      kind,
      endpointId ? toUuid(endpointId) : null,
      writeJson(asked),
      tokenHash ?? null,
      new Date(expiresAtMs),
    ],
  );
}

/** Says how a wait has ended. False when it had already. */
export async function endWait(workspaceId: Id<"workspace">, id: Id<"wait">, outcome: unknown): Promise<boolean> {
  const { rowCount } = await pool().query(
    `UPDATE waits SET ended_at = now(), outcome = $3
     WHERE id = $2 AND workspace_id = $1 AND ended_at IS NULL AND closed_at IS NULL AND expires_at > now()`,
    [toUuid(workspaceId), toUuid(id), writeJson(outcome)],
  );
  return rowCount === 1;
}

/** Ends a wait for good, since its run goes on, and tells how it had ended; null when nothing had happened. */
export async function closeWait(id: Id<"wait">): Promise<{ outcome: unknown } | null> {
  const { rows } = await pool().query<{ outcome: string | null }>(
    "UPDATE waits SET closed_at = coalesce(closed_at, now()) WHERE id = $1 RETURNING outcome::text AS outcome",
    [toUuid(id)],
  );
  const outcome = rows[0]?.outcome ?? null;
  return outcome === null ? null : { outcome: jsonText.parse(outcome) };
}

const TELL_AGAIN_AFTER_MS = 5_000;

const ToTell = z
  .object({ id: z.string(), runId: z.string() })
  .transform(({ id, runId }) => ({ id: fromUuid("wait", id), runId: fromUuid("run", runId) }));

/** Waits that have ended and whose runs have still to go on. */
export async function findWaitsToTell(nowMs: number, limit: number): Promise<{ id: Id<"wait">; runId: Id<"run"> }[]> {
  const { rows } = await pool().query({
    name: "find-waits-to-tell",
    text: `SELECT w.id, w.run_id AS "runId" FROM waits w JOIN runs r ON r.id = w.run_id
           WHERE w.ended_at IS NOT NULL AND w.closed_at IS NULL AND (w.told_at IS NULL OR w.told_at < $1)
             AND r.status IN ('queued', 'running', 'waiting')
           ORDER BY w.told_at NULLS FIRST LIMIT $2`,
    values: [new Date(nowMs - TELL_AGAIN_AFTER_MS), limit],
  });
  return z.array(ToTell).parse(rows);
}

export async function markWaitsTold(ids: Id<"wait">[], nowMs: number): Promise<void> {
  await pool().query("UPDATE waits SET told_at = $2 WHERE id = ANY($1::uuid[])", [ids.map(toUuid), new Date(nowMs)]);
}
