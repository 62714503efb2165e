import { z } from "zod";
import { type SecurityEvent, SecurityEventKind, type SecurityEventQuery } from "@/lib/domain/endpoints/security-event";
import { fromUuid, type Id, newId, toUuid } from "@/lib/domain/ids";
import { type Page, toPage } from "@/lib/domain/page";
import { pool } from "@/lib/platform/db";
import { gatherConditions } from "@/lib/stores/conditions";

export type NewSecurityEvent = Pick<SecurityEvent, "endpointId" | "kind" | "address" | "count" | "detail"> & {
  workspaceId: Id<"workspace">;
};

/** Writes events down, all in one commit. */
export async function addSecurityEvents(events: NewSecurityEvent[], nowMs: number): Promise<void> {
  const rows = events.map(({ workspaceId, endpointId, ...event }) => ({
    ...event,
    id: toUuid(newId("securityEvent", nowMs)),
    workspace_id: toUuid(workspaceId),
    endpoint_id: toUuid(endpointId),
    at: new Date(nowMs).toISOString(),
  }));
  await pool().query(`INSERT INTO security_events SELECT * FROM json_populate_recordset(NULL::security_events, $1)`, [
    JSON.stringify(rows),
  ]);
}

/** Notes that an endpoint was rung from an address. True when others had rung it before, but nobody from there. */
export async function noteAddress(endpointId: Id<"endpoint">, address: string): Promise<boolean> {
  const { rows } = await pool().query<{ is_new: boolean }>(
    `WITH known AS (SELECT EXISTS (SELECT FROM known_addresses WHERE endpoint_id = $1) AS has_others),
          added AS (INSERT INTO known_addresses (endpoint_id, address) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1)
     SELECT has_others AND EXISTS (SELECT FROM added) AS is_new FROM known`,
    [toUuid(endpointId), address],
  );
  return rows[0]?.is_new ?? false;
}

const Row = z.object({
  id: z.string().transform((uuid) => fromUuid("securityEvent", uuid)),
  at: z.date().transform((date) => date.toISOString()),
  kind: SecurityEventKind,
  endpointId: z.string().transform((uuid) => fromUuid("endpoint", uuid)),
  endpointName: z.string(),
  address: z.string(),
  count: z.number(),
  detail: z.string(),
});

/** Newest first. */
export async function listSecurityEvents(
  workspaceId: Id<"workspace">,
  query: SecurityEventQuery,
): Promise<Page<SecurityEvent>> {
  const conditions = gatherConditions();
  conditions.add("s.workspace_id = ?", toUuid(workspaceId));
  if (query.cursor) conditions.add("s.id < ?", toUuid(query.cursor));
  if (query.endpoint) conditions.add("s.endpoint_id = ?", toUuid(query.endpoint));
  if (query.kind) conditions.add("s.kind = ?", query.kind);
  if (query.q) conditions.add("strpos(s.address, ?) > 0", query.q);
  const { rows } = await pool().query(
    `SELECT s.id, s.at, s.kind, s.endpoint_id AS "endpointId", e.name AS "endpointName", s.address, s.count, s.detail
     FROM security_events s JOIN endpoints e ON e.id = s.endpoint_id
     WHERE ${conditions.text()} ORDER BY s.id DESC LIMIT ${query.limit + 1}`,
    conditions.values,
  );
  return toPage(z.array(Row).parse(rows), query.limit);
}
