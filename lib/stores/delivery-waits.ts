import { z } from "zod";
import { Header } from "@/lib/domain/deliveries/delivery";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";

/** A wait for a delivery that has not come. */
export type DeliveryWait = {
  id: Id<"wait">;
  workspaceId: Id<"workspace">;
  endpointId: Id<"endpoint">;
  asked: unknown;
  /** The last delivery that is none of its business any more; null when all are. */
  scannedTo: Id<"delivery"> | null;
};

const WAITS_MAX = 2_000;

const WaitRow = z.object({
  id: z.string().transform((uuid) => fromUuid("wait", uuid)),
  workspaceId: z.string().transform((uuid) => fromUuid("workspace", uuid)),
  endpointId: z.string().transform((uuid) => fromUuid("endpoint", uuid)),
  asked: z.unknown(),
  scannedTo: z
    .string()
    .nullable()
    .transform((uuid) => (uuid === null ? null : fromUuid("delivery", uuid))),
});

/** Open waits at endpoints where something has come since they were last looked at. */
export async function listDeliveryWaits(): Promise<DeliveryWait[]> {
  const { rows } = await pool().query({
    name: "list-delivery-waits",
    text: `${OPEN} AND EXISTS (SELECT 1 FROM deliveries d WHERE d.workspace_id = w.workspace_id
             AND d.endpoint_id = w.endpoint_id AND (w.scanned_to IS NULL OR d.id > w.scanned_to))
           ORDER BY w.scanned_to NULLS FIRST LIMIT ${WAITS_MAX}`,
  });
  return z.array(WaitRow).parse(rows);
}

/** Open waits at one endpoint. */
export async function listWaitsAt(workspaceId: Id<"workspace">, endpointId: Id<"endpoint">): Promise<DeliveryWait[]> {
  const { rows } = await pool().query(`${OPEN} AND w.workspace_id = $1 AND w.endpoint_id = $2 LIMIT ${WAITS_MAX}`, [
    toUuid(workspaceId),
    toUuid(endpointId),
  ]);
  return z.array(WaitRow).parse(rows);
}

const OPEN = `
  SELECT w.id, w.workspace_id AS "workspaceId", w.endpoint_id AS "endpointId", w.asked, w.scanned_to AS "scannedTo"
  FROM waits w
  WHERE w.endpoint_id IS NOT NULL AND w.ended_at IS NULL AND w.closed_at IS NULL AND w.expires_at > now()`;

/** As much of a delivery as a wait looks at. */
export type Arrived = {
  id: Id<"delivery">;
  eventType: string | null;
  contentType: string;
  headers: Header[];
  /** Null unless it was accepted. */
  body: Uint8Array | null;
};

const ArrivedRow = z.object({
  id: z.string().transform((uuid) => fromUuid("delivery", uuid)),
  eventType: z.string().nullable(),
  contentType: z.string(),
  headers: z.array(Header),
  body: z.instanceof(Uint8Array).nullable(),
});

type Since = Pick<DeliveryWait, "workspaceId" | "endpointId" | "scannedTo">;

/** What has come to an endpoint since a delivery, oldest first. */
export async function listArrived({ workspaceId, endpointId, scannedTo }: Since, limit: number): Promise<Arrived[]> {
  const { rows } = await pool().query(
    `SELECT id, event_type AS "eventType", content_type AS "contentType", headers,
       CASE WHEN verdict = 'accepted' THEN body END AS body
     FROM deliveries WHERE workspace_id = $1 AND endpoint_id = $2 AND ($3::uuid IS NULL OR id > $3)
     ORDER BY id LIMIT $4`,
    [toUuid(workspaceId), toUuid(endpointId), scannedTo && toUuid(scannedTo), limit],
  );
  return z.array(ArrivedRow).parse(rows);
}

/** Notes up to which delivery some waits need not look again. */
export async function noteScanned(ids: Id<"wait">[], deliveryId: Id<"delivery">): Promise<void> {
  await pool().query(
    "UPDATE waits SET scanned_to = $2 WHERE id = ANY($1::uuid[]) AND (scanned_to IS NULL OR scanned_to < $2)",
    [ids.map(toUuid), toUuid(deliveryId)],
  );
}
