import { graphProblems } from "@/lib/catalog/graph-problems";
import { readWebhookConfig, webhook } from "@/lib/catalog/nodes/triggers/webhook";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { DoorbellError } from "@/lib/domain/errors";
import { type Id, idSchema, newId } from "@/lib/domain/ids";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import type { Publication } from "@/lib/domain/workflow/workflow";
import { found } from "@/lib/services/found";
import { findEndpoint } from "@/lib/stores/endpoints";
import { findWorkflow, type NewSubscription, publishVersion } from "@/lib/stores/workflows";

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
    { revision, graph: draft, note, createdBy: actor.userId, subscriptions },
  );
  if (version !== undefined) return { version };
  throw new DoorbellError("stale_revision", "The drawing was changed while it was being published. Look again.");
}

function subscriptionsOf(graph: Graph): NewSubscription[] {
  return graph.nodes.flatMap((node) => {
    const config = node.type === webhook.type ? readWebhookConfig(node.config) : undefined;
    return config ? [{ nodeId: node.id, ...config }] : [];
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
