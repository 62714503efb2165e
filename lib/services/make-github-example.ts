import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import type { Graph } from "@/lib/domain/workflow/graph";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { publishWorkflow } from "@/lib/services/publish-workflow";

/**
 * Makes a GitHub endpoint and a published workflow that it rings: something to look at, to ring and to change. What the
 * workflow sends arrives at a second endpoint, so that the example works wherever Doorbell runs.
 */
export async function makeGithubExample(actor: Actor): Promise<{ endpoint: Id<"endpoint">; workflow: Id<"workflow"> }> {
  authorize(actor, "workflow:write");
  const endpoint = await createEndpoint(actor, { name: "GitHub example", source: "github", options: {} });
  const inbox = await createEndpoint(actor, { name: "Example inbox", source: "anyone", options: {} });
  const graph = exampleGraph(endpoint.id, inbox.url);
  const workflow = await createWorkflow(actor, { name: "Tell us about pushes to main", graph });
  await publishWorkflow(actor, workflow.id, { note: "The example" });
  return { endpoint: endpoint.id, workflow: workflow.id };
}

function exampleGraph(endpointId: Id<"endpoint">, url: string): Graph {
  return {
    nodes: [
      {
        id: "push",
        type: "webhook",
        name: "Somebody pushes",
        position: { x: 0, y: 0 },
        config: { endpointId, eventTypes: ["push"] },
      },
      {
        id: "main",
        type: "filter",
        name: "Only to main",
        position: { x: 340, y: 0 },
        config: {
          match: "all",
          conditions: [{ value: "{{ trigger.body.ref }}", operator: "equals", expected: "refs/heads/main" }],
        },
      },
      {
        id: "tell",
        type: "http-request",
        name: "Tell the team",
        position: { x: 680, y: 0 },
        config: {
          method: "POST",
          url,
          headers: [],
          body: '{\n  "who": "{{ trigger.body.pusher.name }}",\n  "what": "{{ trigger.body.commits[0].message }}",\n  "commits": {{ trigger.body.commits | size }}\n}',
        },
      },
    ],
    edges: [
      { from: "push", port: "out", to: "main" },
      { from: "main", port: "pass", to: "tell" },
    ],
  };
}
