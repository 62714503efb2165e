import type { Inngest } from "inngest";
import { idSchema } from "@/lib/domain/ids";
import { advance, hasBranches } from "@/lib/domain/workflow/advance";
import type { Node } from "@/lib/domain/workflow/graph";
import { type DurableSteps, performStep } from "@/lib/inngest/perform-step";
import { log } from "@/lib/platform/log";
import { abandonRun, endRun } from "@/lib/services/end-run";
import { RUN_CANCELLED, RUN_REQUESTED } from "@/lib/services/hand-over";
import { type RunInProgress, takeUpRun } from "@/lib/services/take-up-run";

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
      if (hasBranches(run.graph)) await group.parallel({ mode: "race" }, () => follow(run, step));
      else await follow(run, step);
      await endRun(run);
    },
  );
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
