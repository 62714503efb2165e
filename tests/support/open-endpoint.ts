import type { Actor } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import type { Answer } from "@/lib/services/write-answer";
import { createTestWorkspace } from "./test-workspace";

/** A new endpoint in a workspace of its own. */
export async function openEndpoint(options: Record<string, unknown> = {}, source = "anyone") {
  const actor = await createTestWorkspace();
  const { url, id, signingSecret = "" } = await createEndpoint(actor, { name: "Door", source, options });
  return { actor, url, id, secret: signingSecret };
}

/** Publishes a workflow that an endpoint starts, whatever the event. */
export async function listenTo(actor: Actor, endpointId: string): Promise<void> {
  const config = { endpointId, eventTypes: [] };
  const node = { id: "ring", type: "webhook", name: "", position: { x: 0, y: 0 }, config };
  const workflow = await createWorkflow(actor, { name: "Listening", graph: { nodes: [node], edges: [] } });
  await publishWorkflow(actor, workflow.id, { note: "" });
}

/** The delivery that an answer tells of. */
export function deliveryIn({ delivery }: Pick<Answer, "delivery">): Id<"delivery"> {
  if (!delivery) throw new Error("The ring left no delivery.");
  return delivery;
}
