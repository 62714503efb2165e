import { z } from "zod";
import { EndpointStatus } from "@/lib/domain/endpoints/endpoint";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { WorkflowSettings } from "@/lib/domain/workflow/settings";
import { WorkflowStatus } from "@/lib/domain/workflow/workflow";
import { pool, queryWithin } from "@/lib/platform/db";

/** A sender is waiting. */
const PATIENCE_MS = 2_500;

const Subscription = z.object({
  workflowId: z.string().transform((uuid) => fromUuid("workflow", uuid)),
  nodeId: z.string(),
  version: z.number(),
  eventTypes: z.array(z.string()),
  workflowStatus: WorkflowStatus,
  /** How long the sender waits for the workflow's own reply, in ms; null where it does not reply. */
  replyWithinMs: z.number().nullable(),
  concurrency: WorkflowSettings.shape.concurrency.nullable().transform((value) => value ?? undefined),
});

const Row = z.object({
  id: z.string().transform((uuid) => fromUuid("endpoint", uuid)),
  workspaceId: z.string().transform((uuid) => fromUuid("workspace", uuid)),
  source: z.string(),
  options: z.record(z.string(), z.unknown()),
  status: EndpointStatus,
  deliveriesTaken: z.number(),
  revision: z.number(),
  /** When the token that was asked for leads nowhere any more, in ms since 1970; null for the endpoint's present one. */
  tokenRetiresAtMs: z.number().nullable(),
  secrets: z.array(
    z.object({
      id: z.string().transform((uuid) => fromUuid("secret", uuid)),
      /** Base64, since it travels in JSON. */
      valueSealed: z.string(),
      /** In ms since 1970; null while the secret is not retiring. */
      retiresAtMs: z.number().nullable(),
    }),
  ),
  subscriptions: z.array(Subscription),
});

/** All that decides what becomes of a ring, as of one revision. */
export type RungEndpoint = z.infer<typeof Row>;

/**
 * Finds an endpoint by the SHA-256 of its token, or of one that it had before; the one reading that needs no workspace,
 * since the token tells it. Whether an old token still leads there is for the caller to say.
 */
export async function findRungEndpoint(tokenHash: Uint8Array): Promise<RungEndpoint | undefined> {
  const { rows } = await queryWithin(PATIENCE_MS, { name: "find-rung-endpoint", text: FIND, values: [tokenHash] });
  return rows[0] ? Row.parse(rows[0]) : undefined;
}

/** Which workflows an endpoint rings now. */
export async function findSubscriptions(
  workspaceId: Id<"workspace">,
  endpointId: Id<"endpoint">,
): Promise<RungEndpoint["subscriptions"]> {
  const { rows } = await pool().query(
    `SELECT p.workflow_id AS "workflowId", p.node_id AS "nodeId", p.version, p.event_types AS "eventTypes",
            w.status AS "workflowStatus", p.reply_within_ms AS "replyWithinMs", p.concurrency
     FROM subscriptions p JOIN workflows w ON w.id = p.workflow_id
     WHERE p.workspace_id = $1 AND p.endpoint_id = $2 ORDER BY p.workflow_id, p.node_id`,
    [toUuid(workspaceId), toUuid(endpointId)],
  );
  return z.array(Subscription).parse(rows);
}

const FIND = `
SELECT e.id, e.workspace_id AS "workspaceId", e.source, e.options, e.status, e.revision,
       e.deliveries_taken AS "deliveriesTaken",
       (extract(epoch FROM t.retires_at) * 1000)::float8 AS "tokenRetiresAtMs",
       coalesce((SELECT json_agg(json_build_object(
                   'id', s.id,
                   'valueSealed', translate(encode(s.value_sealed, 'base64'), E'\\n', ''),
                   'retiresAtMs', (extract(epoch FROM s.retires_at) * 1000)::bigint) ORDER BY s.id DESC)
                 FROM signing_secrets s
                 WHERE s.endpoint_id = e.id AND s.status <> 'revoked'), '[]') AS secrets,
       coalesce((SELECT json_agg(json_build_object(
                   'workflowId', p.workflow_id, 'nodeId', p.node_id, 'version', p.version,
                   'eventTypes', p.event_types, 'workflowStatus', w.status,
                   'replyWithinMs', p.reply_within_ms, 'concurrency', p.concurrency) ORDER BY p.workflow_id, p.node_id)
                 FROM subscriptions p JOIN workflows w ON w.id = p.workflow_id
                 WHERE p.endpoint_id = e.id), '[]') AS subscriptions
FROM endpoint_tokens t JOIN endpoints e ON e.id = t.endpoint_id
WHERE t.token_hash = $1 AND e.deleted_at IS NULL`;
