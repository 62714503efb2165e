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

/** Waits that have ended and whose runs have not gone on. */
export async function findWaitsToTell(nowMs: number, limit: number): Promise<{ id: Id<"wait">; runId: Id<"run"> }[]> {
  const { rows } = await pool().query({
    name: "find-waits-to-tell",
    text: `SELECT id, run_id AS "runId" FROM waits
           WHERE ended_at IS NOT NULL AND closed_at IS NULL AND (told_at IS NULL OR told_at < $1) LIMIT $2`,
    values: [new Date(nowMs - TELL_AGAIN_AFTER_MS), limit],
  });
  return z.array(ToTell).parse(rows);
}

export async function markWaitsTold(ids: Id<"wait">[], nowMs: number): Promise<void> {
  await pool().query("UPDATE waits SET told_at = $2 WHERE id = ANY($1::uuid[])", [ids.map(toUuid), new Date(nowMs)]);
}

/** A wait for a delivery that has not come. */
export type DeliveryWait = {
  id: Id<"wait">;
  workspaceId: Id<"workspace">;
  endpointId: Id<"endpoint">;
  asked: unknown;
  scannedTo: string | null;
};

const DELIVERY_WAITS_MAX = 500;
const LOOKED_AT_MAX = 200;

const DeliveryWaitRow = z.object({
  id: z.string().transform((uuid) => fromUuid("wait", uuid)),
  workspaceId: z.string().transform((uuid) => fromUuid("workspace", uuid)),
  endpointId: z.string().transform((uuid) => fromUuid("endpoint", uuid)),
  asked: z.unknown(),
  scannedTo: z.string().nullable(),
});

/** Open waits at endpoints where something has come since they were last looked at. */
export async function listDeliveryWaits(): Promise<DeliveryWait[]> {
  const { rows } = await pool().query({
    name: "list-delivery-waits",
    text: `SELECT w.id, w.workspace_id AS "workspaceId", w.endpoint_id AS "endpointId", w.asked, w.scanned_to AS "scannedTo"
           FROM waits w
           WHERE w.endpoint_id IS NOT NULL AND w.ended_at IS NULL AND w.closed_at IS NULL AND w.expires_at > now()
             AND EXISTS (SELECT 1 FROM deliveries d WHERE d.workspace_id = w.workspace_id
               AND d.endpoint_id = w.endpoint_id AND (w.scanned_to IS NULL OR d.id > w.scanned_to))
           ORDER BY w.id LIMIT ${DELIVERY_WAITS_MAX}`,
  });
  return z.array(DeliveryWaitRow).parse(rows);
}

/** What an endpoint has accepted since the last look, oldest first. */
export async function listAcceptedSince({
  workspaceId,
  endpointId,
  scannedTo,
}: DeliveryWait): Promise<Id<"delivery">[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM deliveries
     WHERE workspace_id = $1 AND endpoint_id = $2 AND ($3::uuid IS NULL OR id > $3) AND verdict = 'accepted'
     ORDER BY id LIMIT ${LOOKED_AT_MAX}`,
    [toUuid(workspaceId), toUuid(endpointId), scannedTo],
  );
  return rows.map(({ id }) => fromUuid("delivery", id));
}

/** Notes up to which delivery a wait has looked. */
export async function noteScanned(id: Id<"wait">, deliveryId: Id<"delivery">): Promise<void> {
  await pool().query("UPDATE waits SET scanned_to = $2 WHERE id = $1", [toUuid(id), toUuid(deliveryId)]);
}
