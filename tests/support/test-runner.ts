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
  const webhook = { id: "ring", type: "webhook", config: { endpointId: endpoint.id, eventTypes: [] } };
  const nodes = [webhook, ...flow.nodes].map(drawn);
  const workflow = await createWorkflow(actor, { name: "Flow", graph: { nodes, edges: flow.edges } });
  await publishWorkflow(actor, workflow.id, { note: "" });
  return { url: endpoint.url, workflowId: workflow.id };
}

/** Publishes a drawing that nobody rings: a person or another workflow starts it. Its manual node is called `start`. */
export async function publishManual(actor: Actor, flow: Flow): Promise<Id<"workflow">> {
  const nodes = [{ id: "start", type: "manual", config: {} }, ...flow.nodes].map(drawn);
  const workflow = await createWorkflow(actor, { name: "Called", graph: { nodes, edges: flow.edges } });
  await publishWorkflow(actor, workflow.id, { note: "" });
  return workflow.id;
}

function drawn(node: Flow["nodes"][number]): Graph["nodes"][number] {
  return { id: "", type: "", name: "", position: { x: 0, y: 0 }, config: {}, ...node };
}

type Rung = { url: string; body?: unknown };

/** Rings and waits until the run has ended. */
export async function runToEnd(actor: Actor, runner: { dispatch: Runner["dispatch"] }, request: Rung): Promise<Run> {
  return waitForEnd(actor, await beginRun(runner, request));
}

/** Rings, and tells which run began. */
export async function beginRun(runner: { dispatch: Runner["dispatch"] }, request: Rung): Promise<Id<"run">> {
  const { queued } = await ring({ url: request.url, body: JSON.stringify(request.body ?? {}) });
  runner.dispatch(queued);
  const [run] = queued;
  if (!run) throw new Error("Nothing was queued.");
  return run.id;
}

export async function waitForEnd(actor: Actor, runId: Id<"run">, patienceMs = 25_000): Promise<Run> {
  return waitForRun(actor, runId, { isThere: ({ status }) => isEnded(status), patienceMs });
}

/** Waits until a step of the run waits, and the run with it. */
export async function waitForStep(actor: Actor, runId: Id<"run">, nodeId: string): Promise<Run> {
  return waitForRun(actor, runId, {
    isThere: ({ steps }) => steps.some((step) => step.nodeId === nodeId && step.status === "waiting"),
  });
}

type Expected = { isThere: (run: Run) => boolean; patienceMs?: number };

async function waitForRun(actor: Actor, runId: Id<"run">, { isThere, patienceMs = 25_000 }: Expected): Promise<Run> {
  const untilMs = Date.now() + patienceMs;
  for (;;) {
    const run = await readRun(actor, runId);
    if (isThere(run)) return run;
    if (Date.now() > untilMs) throw new Error(`The run is still ${run.status}: ${JSON.stringify(run.steps)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
