import { connectionIdsIn, connectionProblems } from "@/lib/catalog/connection-problems";
import { graphProblems } from "@/lib/catalog/graph-problems";
import { reply, replyWithinMs } from "@/lib/catalog/nodes/logic/reply";
import { failure, readFailureConfig } from "@/lib/catalog/nodes/triggers/failure";
import { manual } from "@/lib/catalog/nodes/triggers/manual";
import { readScheduleConfig, schedule } from "@/lib/catalog/nodes/triggers/schedule";
import { readWebhookConfig, webhook } from "@/lib/catalog/nodes/triggers/webhook";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, idSchema, newId } from "@/lib/domain/ids";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import type { Publication } from "@/lib/domain/workflow/workflow";
import { nextTime } from "@/lib/services/begin-scheduled-runs";
import { found } from "@/lib/services/found";
import { findConnections } from "@/lib/stores/connections";
import { findEndpoint } from "@/lib/stores/endpoints";
import { type NewSubscription, type NewTrigger, publishVersion } from "@/lib/stores/publications";
import { findWorkflow } from "@/lib/stores/workflows";

/** Makes the draft a version that never changes, and lets its endpoints ring it from the next delivery on. */
export async function publishWorkflow(
  actor: Actor,
  id: Id<"workflow">,
  { note }: Publication,
): Promise<{ version: number }> {
  authorize(actor, "workflow:write");
  const owned = { workspaceId: actor.workspaceId, id };
  const { draft, revision } = found(await findWorkflow(owned), "workflow");
  const subscriptions = subscriptionsOf(draft);
  const problems = [
    ...graphProblems(draft),
    ...(await endpointProblems(actor, draft)),
    ...connectionProblems(draft, await findConnections(actor.workspaceId, connectionIdsIn(draft))),
  ];
  const [first] = problems;
  if (first) {
    throw new DoorbellError("not_publishable", `This cannot be published yet. ${first.message}`, {
      problems: problems.map(({ nodeId, field, message }) => ({
        path: [nodeId, field].filter(Boolean).join("."),
        message,
      })),
    });
  }

  const version = await publishVersion(
    { ...owned, versionId: newId("version") },
    { revision, graph: draft, note, createdBy: actor.userId, subscriptions, triggers: triggersOf(draft, Date.now()) },
  );
  if (version !== undefined) return { version };
  throw new DoorbellError("stale_revision", "The drawing was changed while it was being published. Look again.");
}

function subscriptionsOf(graph: Graph): NewSubscription[] {
  return graph.nodes.flatMap((node) => {
    const config = node.type === webhook.type ? readWebhookConfig(node.config) : undefined;
    return config
      ? [
          {
            nodeId: node.id,
            ...config,
            replyWithinMs: replyTimeMs(graph, node.id),
            concurrency: graph.settings?.concurrency,
          },
        ]
      : [];
  });
}

/** How long the sender waits who rings a node, by the patience of the reply that can be reached from there. */
function replyTimeMs(graph: Graph, startId: string): number | null {
  const reached = reachableFrom(graph, startId);
  const times = graph.nodes
    .filter(({ id, type }) => type === reply.type && reached.has(id))
    .map(({ config }) => replyWithinMs(config));
  return times.length > 0 ? Math.max(...times) : null;
}

function triggersOf(graph: Graph, nowMs: number): NewTrigger[] {
  return graph.nodes.flatMap(({ id: nodeId, type, config }): NewTrigger[] => {
    const trigger = { nodeId, config, watchedId: null, nextAt: null };
    if (type === manual.type) return [{ ...trigger, kind: "manual" }];
    if (type === failure.type) {
      return [{ ...trigger, kind: "failure", watchedId: readFailureConfig(config)?.workflowId ?? null }];
    }
    const when = type === schedule.type ? readScheduleConfig(config) : undefined;
    return when ? [{ ...trigger, kind: "schedule", nextAt: nextTime(when, nowMs) }] : [];
  });
}

const EndpointId = idSchema("endpoint");

/** Nodes whose endpoint is not there: deleted, or another workspace's. */
async function endpointProblems(actor: Actor, graph: Graph) {
  const problems = await Promise.all(
    graph.nodes.map(async (node) => {
      const { data: endpointId } = EndpointId.safeParse(node.config["endpointId"]);
      if (!endpointId || (await findEndpoint(actor.workspaceId, endpointId))) return [];
      const message = `The endpoint of “${nodeLabel(node)}” is not there any more. Choose another.`;
      return [{ nodeId: node.id, field: "endpointId", message }];
    }),
  );
  return problems.flat();
}
