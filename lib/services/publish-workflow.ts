import { z } from "zod";
import { graphProblems } from "@/lib/catalog/graph-problems";
import { readWebhookConfig, webhook } from "@/lib/catalog/nodes/triggers/webhook";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, idSchema, newId } from "@/lib/domain/ids";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import { nextTime } from "@/lib/domain/workflow/schedule";
import type { Publication } from "@/lib/domain/workflow/workflow";
import { found } from "@/lib/services/found";
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
  const problems = [...graphProblems(draft), ...(await endpointProblems(actor, draft))];
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
    const replyWithinMs = replyTimeMs(graph, node.id);
    return config ? [{ nodeId: node.id, ...config, replyWithinMs, concurrency: graph.settings?.concurrency }] : [];
  });
}

/** How long the sender waits who rings a node, by the patience of the reply that can be reached from there. */
function replyTimeMs(graph: Graph, startId: string): number | null {
  const reached = reachableFrom(graph, startId);
  const times = graph.nodes
    .filter(({ id, type }) => type === "reply" && reached.has(id))
    .map(({ config }) => ReplyTime.parse(config).withinSeconds * 1_000);
  return times.length > 0 ? Math.max(...times) : null;
}

const ReplyTime = z.object({ withinSeconds: z.number().min(1).max(25).catch(5) });

function triggersOf(graph: Graph, nowMs: number): NewTrigger[] {
  return graph.nodes.flatMap((node): NewTrigger[] => {
    const { id: nodeId, config } = node;
    const watched = Watched.parse(config).workflowId;
    switch (node.type) {
      case "manual":
        return [{ nodeId, kind: "manual", config, watchedId: null, nextAt: null }];
      case "failure":
        return [{ nodeId, kind: "failure", config, watchedId: watched, nextAt: null }];
      case "schedule":
        return [{ nodeId, kind: "schedule", config, watchedId: null, nextAt: nextTime(config, nowMs) }];
      default:
        return [];
    }
  });
}

const Watched = z.object({ workflowId: idSchema("workflow").nullable().catch(null) });

/** Webhook nodes whose endpoint is not there: deleted, or another workspace's. */
async function endpointProblems(actor: Actor, graph: Graph) {
  const problems = await Promise.all(
    subscriptionsOf(graph).map(async ({ endpointId, nodeId }) => {
      if (await findEndpoint(actor.workspaceId, endpointId)) return [];
      const node = graph.nodes.find((candidate) => candidate.id === nodeId);
      const label = node ? nodeLabel(node) : nodeId;
      return [
        { nodeId, field: "endpointId", message: `The endpoint of “${label}” is not there any more. Choose another.` },
      ];
    }),
  );
  return problems.flat();
}
