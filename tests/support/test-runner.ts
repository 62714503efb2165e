import { afterAll, beforeAll } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Id } from "@/lib/domain/ids";
import { isEnded, type Run } from "@/lib/domain/runs/run";
import type { Graph } from "@/lib/domain/workflow/graph";
import { type Runner, startRunner } from "@/lib/inngest/runner";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { readRun } from "@/lib/services/read-run";
import { ring } from "./ring";

/** Runs what is queued on the embedded engine while the tests of a file go on. Call it after `provideTestDatabase`. */
export function provideTestRunner(): { dispatch: Runner["dispatch"] } {
  let runner: Runner;
  beforeAll(async () => {
    runner = await startRunner();
  });
  afterAll(() => runner.stop(5_000));
  return { dispatch: (runs) => runner.dispatch(runs) };
}

type Flow = { nodes: Partial<Graph["nodes"][number]>[]; edges: Graph["edges"] };

/** Publishes a drawing behind an open endpoint. Its webhook node is called `ring`. */
export async function publishFlow(actor: Actor, flow: Flow): Promise<{ url: string; workflowId: Id<"workflow"> }> {
  const endpoint = await createEndpoint(actor, { name: "Open", source: "anyone", options: {} });
  const nodes = [
    { id: "ring", type: "webhook", config: { endpointId: endpoint.id, eventTypes: [] } },
    ...flow.nodes,
  ].map((node) => ({ id: "", type: "", name: "", position: { x: 0, y: 0 }, config: {}, ...node }));
  const workflow = await createWorkflow(actor, { name: "Flow", graph: { nodes, edges: flow.edges } });
  await publishWorkflow(actor, workflow.id, { note: "" });
  return { url: endpoint.url, workflowId: workflow.id };
}

/** Rings and waits until the run has ended. */
export async function runToEnd(
  actor: Actor,
  runner: { dispatch: Runner["dispatch"] },
  request: { url: string; body?: unknown },
): Promise<Run> {
  const { queued } = await ring({ url: request.url, body: JSON.stringify(request.body ?? {}) });
  runner.dispatch(queued);
  const [run] = queued;
  if (!run) throw new Error("Nothing was queued.");
  return waitForEnd(actor, run.id);
}

export async function waitForEnd(actor: Actor, runId: Id<"run">, patienceMs = 25_000): Promise<Run> {
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const run = await readRun(actor, runId);
    if (isEnded(run.status)) return run;
    if (Date.now() > untilMs) throw new Error(`The run is still ${run.status}: ${JSON.stringify(run.steps)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
