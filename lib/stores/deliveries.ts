import { z } from "zod";
import { Check, type Delivery, type DeliverySummary, Header, VerdictKind } from "@/lib/domain/deliveries/delivery";
import type { DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";
import { fromUuid, type Id, idBoundAt, timeOfId, toUuid } from "@/lib/domain/ids";
import { type Page, toPage } from "@/lib/domain/page";
import { RunStatus } from "@/lib/domain/runs/run";
import { db, pool } from "@/lib/platform/db";
import { gatherConditions } from "@/lib/stores/conditions";
import { addDeliveryFilter } from "@/lib/stores/delivery-filter";

const SummaryRow = z.object({
  id: z.string().transform((uuid) => fromUuid("delivery", uuid)),
  endpointId: z.string().transform((uuid) => fromUuid("endpoint", uuid)),
  endpointName: z.string(),
  receivedAt: z.date().transform((date) => date.toISOString()),
  method: z.string(),
  verdict: VerdictKind,
  reason: z.string().nullable(),
  eventType: z.string().nullable(),
  eventId: z.string().nullable(),
  status: z.number(),
  durationMs: z.number(),
  bodyBytes: z.number(),
});

const SUMMARY_COLUMNS = `
  d.id, d.endpoint_id AS "endpointId", e.name AS "endpointName", d.received_at AS "receivedAt", d.method, d.verdict,
  d.reason, d.event_type AS "eventType", d.event_id AS "eventId", d.status, d.duration_ms AS "durationMs",
  d.body_bytes AS "bodyBytes"`;

/** Newest first. */
export async function listDeliveries(
  workspaceId: Id<"workspace">,
  query: DeliveryQuery,
): Promise<Page<DeliverySummary>> {
  const conditions = gatherConditions();
  conditions.add("d.workspace_id = ?", toUuid(workspaceId));
  if (query.cursor) conditions.add("d.id < ?", toUuid(query.cursor));
  addDeliveryFilter(conditions, query);

  const { rows } = await pool().query(
    `SELECT ${SUMMARY_COLUMNS} FROM deliveries d JOIN endpoints e ON e.id = d.endpoint_id
     WHERE ${conditions.text()} ORDER BY d.id DESC LIMIT ${query.limit + 1}`,
    conditions.values,
  );
  const page = toPage(z.array(SummaryRow).parse(rows), query.limit);
  const runs = await runsOf(
    workspaceId,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map((delivery) => ({ ...delivery, runs: runs.get(delivery.id) ?? [] })) };
}

const RunRow = z.object({
  deliveryId: z.string().transform((uuid) => fromUuid("delivery", uuid)),
  id: z.string().transform((uuid) => fromUuid("run", uuid)),
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  workflowName: z.string(),
  status: RunStatus,
});

type RunsByDelivery = Map<string, DeliverySummary["runs"]>;

/**
 * The runs of some deliveries: of those that were tried again the last try, and none that such a run began itself. None
 * began before its delivery, which spares the database the days before.
 */
async function runsOf(workspaceId: Id<"workspace">, deliveryIds: Id<"delivery">[]): Promise<RunsByDelivery> {
  if (deliveryIds.length === 0) return new Map();
  const uuids = deliveryIds.map(toUuid);
  const earliestMs = Math.min(...deliveryIds.map(timeOfId));
  const { rows } = await pool().query(
    `SELECT r.delivery_id AS "deliveryId", r.id, r.workflow_id AS "workflowId", w.name AS "workflowName", r.status
     FROM runs r JOIN workflows w ON w.id = r.workflow_id
     WHERE r.workspace_id = $1 AND r.delivery_id = ANY($2::uuid[]) AND r.id >= $3 AND r.parent_run_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM runs later WHERE later.delivery_id = r.delivery_id AND later.retry_of = r.id)
     ORDER BY r.id`,
    [toUuid(workspaceId), uuids, toUuid(idBoundAt(earliestMs))],
  );
  const byDelivery: RunsByDelivery = new Map();
  for (const { deliveryId, ...run } of z.array(RunRow).parse(rows)) {
    byDelivery.set(deliveryId, [...(byDelivery.get(deliveryId) ?? []), run]);
  }
  return byDelivery;
}

const DetailRow = SummaryRow.extend({
  path: z.string(),
  query: z.string(),
  address: z.string(),
  contentType: z.string(),
  headers: z.array(Header),
  secretId: z
    .string()
    .nullable()
    .transform((uuid) => (uuid ? fromUuid("secret", uuid) : null)),
  duplicateOf: z
    .string()
    .nullable()
    .transform((uuid) => (uuid ? fromUuid("delivery", uuid) : null)),
  checks: z.array(Check),
});

export async function findDelivery(workspaceId: Id<"workspace">, id: Id<"delivery">): Promise<Delivery | undefined> {
  const { rows } = await pool().query(
    `SELECT ${SUMMARY_COLUMNS}, d.path, d.query, d.address, d.content_type AS "contentType", d.headers,
       d.secret_id AS "secretId", d.duplicate_of AS "duplicateOf", d.checks
     FROM deliveries d JOIN endpoints e ON e.id = d.endpoint_id WHERE d.id = $1 AND d.workspace_id = $2`,
    [toUuid(id), toUuid(workspaceId)],
  );
  if (!rows[0]) return undefined;
  const runs = await runsOf(workspaceId, [id]);
  return { ...DetailRow.parse(rows[0]), runs: runs.get(id) ?? [] };
}

/** The bytes as they came; empty when there were none. Undefined when there is no such delivery. */
export async function findDeliveryBody(
  workspaceId: Id<"workspace">,
  id: Id<"delivery">,
): Promise<Uint8Array | undefined> {
  const row = await db().delivery.findUnique({
    where: { workspaceId_id: { workspaceId: toUuid(workspaceId), id: toUuid(id) } },
    select: { body: true },
  });
  return row?.body;
}
