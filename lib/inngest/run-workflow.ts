import type { Inngest } from "inngest";
import { z } from "zod";
import { idSchema, timeOfId } from "@/lib/domain/ids";
import { advance, hasBranches } from "@/lib/domain/workflow/advance";
import type { Node } from "@/lib/domain/workflow/graph";
import { type DurableSteps, performStep } from "@/lib/inngest/perform-step";
import { log } from "@/lib/platform/log";
import { abandonRun, endRun } from "@/lib/services/end-run";
import { RUN_CANCELLED, RUN_REQUESTED } from "@/lib/services/hand-over";
import { type RunInProgress, takeUpRun } from "@/lib/services/take-up-run";
import { takeTurn } from "@/lib/services/throttle-run";

const RunId = idSchema("run");

/**
 * Performs one run, durably. Order and waiting are Inngest's; what is done, and what is known of it, is ours. Branches
 * go on by themselves, at the price of three calls for a step; a drawing without any goes from step to step in one. Nodes
 * without an effect are computed again at each replay; an effect is one Inngest step.
 */
export function createRunWorkflow(client: Inngest) {
  return client.createFunction(
    {
      id: "run-workflow",
      name: "Run a workflow",
      retries: 20,
      triggers: [{ event: RUN_REQUESTED }],
      cancelOn: [{ event: RUN_CANCELLED, if: "event.data.runId == async.data.runId" }],
      onFailure: async ({ event, error }) => {
        log.error("A run was abandoned.", error);
        await abandonRun(RunId.parse(event.data.event.data["runId"]));
      },
    },
    async ({ event, step, group }) => {
      const run = await takeUpRun(RunId.parse(event.data["runId"]));
      if (!run) return;
      if (run.graph.settings?.throttle) await waitForTurn(run, step);
      if (hasBranches(run.graph)) await group.parallel({ mode: "race" }, () => follow(run, step));
      else await follow(run, step);
      await endRun(run);
    },
  );
}

const Turn = z.object({ beginAtMs: z.number() });

/** A moment's wait is none: the engine would make a second of it. */
const WORTH_WAITING_MS = 100;

async function waitForTurn(run: RunInProgress, steps: DurableSteps): Promise<void> {
  const turn = await steps.run({ id: "throttle", name: "Takes its turn" }, () => takeTurn(run));
  const { beginAtMs } = Turn.parse(turn);
  if (beginAtMs > timeOfId(run.id) + WORTH_WAITING_MS) await steps.sleepUntil("turn", new Date(beginAtMs));
}

/** Visits every node that is ready, and whatever becomes ready by that, until nothing is left. */
async function follow(run: RunInProgress, steps: DurableSteps): Promise<void> {
  const begun = new Set<string>();
  const visitReady = (): Promise<unknown> => {
    const { ready } = advance(run.graph, run.startId, run.outcomes);
    const next = ready.filter((node) => !begun.has(node.id));
    for (const node of next) begun.add(node.id);
    return Promise.all(next.map(visit));
  };
  const visit = async (node: Node): Promise<unknown> => {
    run.outcomes.set(node.id, await performStep(run, node, steps));
    return visitReady();
  };
  await visitReady();
}
