import { type Inngest, RetryAfterError } from "inngest";
import type { Planned } from "@/lib/catalog/nodes/define-node";
import { findNode } from "@/lib/catalog/nodes/index";
import { idSchema } from "@/lib/domain/ids";
import { advance, hasBranches } from "@/lib/domain/workflow/advance";
import { type Node, nodeLabel } from "@/lib/domain/workflow/graph";
import { log } from "@/lib/platform/log";
import { abandonRun, endRun } from "@/lib/services/end-run";
import { RUN_REQUESTED } from "@/lib/services/hand-over-runs";
import { type Performing, performRequest } from "@/lib/services/perform-request";
import { type RunInProgress, takeUpRun } from "@/lib/services/take-up-run";
import type { StepRecord } from "@/lib/stores/step-rows";

const RunId = idSchema("run");

/** What Inngest remembers of a step: only the way out. What it gave stays in our own tables. */
type Left = { port: string | null };
type StepEnd = Pick<StepRecord, "status" | "port" | "output" | "error">;
type RunStep = (node: Node, perform: () => Promise<Left>) => Promise<Left>;

/**
 * Performs one run, durably. Order and waiting are Inngest's; what is done, and what is known of it, is ours. Branches
 * go on by themselves, at the price of three calls for a step; a drawing without any goes from step to step in one. Nodes without an effect are computed again at each replay; an effect is one Inngest step.
 */
export function createRunWorkflow(client: Inngest) {
  return client.createFunction(
    {
      id: "run-workflow",
      name: "Run a workflow",
      retries: 20,
      triggers: [{ event: RUN_REQUESTED }],
      onFailure: async ({ event, error }) => {
        log.error("A run was abandoned.", error);
        await abandonRun(RunId.parse(event.data.event.data["runId"]));
      },
    },
    async ({ event, step, group }) => {
      const run = await takeUpRun(RunId.parse(event.data["runId"]));
      if (!run) return;
      const runStep: RunStep = (node, perform) => step.run({ id: node.id, name: nodeLabel(node) }, perform);
      if (hasBranches(run.graph)) await group.parallel({ mode: "race" }, () => follow(run, runStep));
      else await follow(run, runStep);
      await endRun(run);
    },
  );
}

/** Visits every node that is ready, and whatever becomes ready by that, until nothing is left. */
async function follow(run: RunInProgress, runStep: RunStep): Promise<void> {
  const begun = new Set<string>();
  const visitReady = (): Promise<unknown> => {
    const { ready } = advance(run.graph, run.startId, run.outcomes);
    const next = ready.filter((node) => !begun.has(node.id));
    for (const node of next) begun.add(node.id);
    return Promise.all(next.map(visit));
  };
  const visit = async (node: Node): Promise<unknown> => {
    run.outcomes.set(node.id, await perform(run, node, runStep));
    return visitReady();
  };
  await visitReady();
}

/** Plans a node and does what it wants done. A node that cannot be planned fails, like a request that does. */
async function perform(run: RunInProgress, node: Node, runStep: RunStep): Promise<Left> {
  const startedAtMs = Date.now();
  const planned = findNode(node.type)?.plan(node.config, run.scope) ?? UNKNOWN_NODE;
  const hasErrorEdge = run.graph.edges.some((edge) => edge.from === node.id && edge.port === "error");
  const step = { nodeId: node.id, input: planned.input, startedAtMs, endedAtMs: Date.now() };

  if (!planned.ok) {
    const port = hasErrorEdge ? "error" : null;
    return settle(run, { ...step, status: "failed", port, output: null, error: planned.message });
  }
  if (planned.effect.kind === "leave") {
    const { port, output } = planned.effect;
    // The trigger's output is the delivery, which the log has already.
    return settle(run, { ...step, status: "done", port, output: node.id === run.startId ? null : output, error: null });
  }
  return send(run, { node, planned, request: planned.effect.request, hasErrorEdge }, runStep);
}

const UNKNOWN_NODE: Planned = {
  ok: false,
  input: null,
  message: "This version of Doorbell does not know this kind of step.",
};

/** Sends a step's request within one step of Inngest's, which comes back to it until it has ended. */
async function send(run: RunInProgress, performing: Performing, runStep: RunStep): Promise<Left> {
  const { node } = performing;
  let ended: StepEnd | undefined = run.endedBefore[node.id];
  const left = await runStep(node, async () => {
    const performed = await performRequest(run, performing).catch(logAndRethrow);
    if (performed.kind === "again") throw new RetryAfterError(performed.message, performed.pauseMs);
    ended = performed.step;
    return { port: performed.step.port };
  });
  run.wasSent = true;
  if (!ended) throw new Error(`Inngest knows of a step that was never written: ${node.id} of ${run.id}.`);
  note(run, node.id, ended);
  return left;
}

/** Ends a step that has no effect. It is written together with the next one that has, or with the run's end. */
function settle(run: RunInProgress, step: StepRecord): Left {
  run.unwritten.push(step);
  note(run, step.nodeId, step);
  return { port: step.port };
}

function note(run: RunInProgress, nodeId: string, end: StepEnd): void {
  run.ended.push({ nodeId, status: end.status, port: end.port, error: end.error });
  if (end.output !== null) run.scope.steps[nodeId] = end.output;
}

/** Inngest tries again by itself, but would keep the reason to itself, too. */
function logAndRethrow(error: unknown): never {
  log.error("A step was interrupted and will be tried again.", error);
  throw error;
}
