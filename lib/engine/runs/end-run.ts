import type { EngineCore } from "@/lib/engine/engine-core";
import type { RunEnd } from "@/lib/engine/runs/decide";
import { resumeStep } from "@/lib/engine/runs/resume-step";
import { acceptEvent, runsOfEvent } from "@/lib/engine/runs/start-runs";
import { lendTransaction } from "@/lib/platform/lend-connection";
import { applyChanges } from "@/lib/stores/engine/apply-changes";
import { endRuns } from "@/lib/stores/engine/end-runs";
import type { RunOrigin } from "@/lib/stores/engine/find-runs";
import { insertRuns, type NewRun } from "@/lib/stores/engine/insert-runs";

type Claim = { stepId: string; lease: string };

/**
 * Ends a run: it is deleted, the functions that listen for the ends of runs begin, and the run that invoked it goes on.
 * All of it happens, or none. Does nothing when the run has ended before or the claim is lost.
 */
export async function endRun(core: EngineCore, run: RunOrigin & { claim?: Claim }, end: RunEnd): Promise<void> {
  const { runId, claim, parent } = run;
  const ending = { runId, ...(claim && { claim }) };
  const followers = runsThatFollow(core, run, end);
  if (!parent && followers.length === 0) {
    await core.commits.endRun(ending);
    return;
  }
  await lendTransaction(core.pool, async (connection) => {
    const [isEnded] = await endRuns(connection, [ending]);
    if (!isEnded) return;
    await insertRuns(connection, followers);
    if (!parent) return;
    await resumeStep(connection, { ...parent, result: resultOf(end) }, async (change) => {
      const [isApplied = false] = await applyChanges(connection, [change]);
      return isApplied;
    });
  });
  core.wake();
}

function resultOf(end: RunEnd): string {
  if (end.status === "Completed") return JSON.stringify({ data: end.output ?? null });
  return JSON.stringify({ error: end.error ?? { name: "Error", message: "The invoked function did not finish." } });
}

const EVENTS_OF: Record<RunEnd["status"], string[]> = {
  Completed: ["inngest/function.finished"],
  Failed: ["inngest/function.failed", "inngest/function.finished"],
  Cancelled: ["inngest/function.cancelled", "inngest/function.finished"],
};
const END_OF_RUN = /^inngest\/function\.(?:finished|failed|cancelled)$/;

/** A run that a run's end began does not announce its own: a listener to all would begin itself for ever. */
function runsThatFollow({ functions }: EngineCore, run: RunOrigin, end: RunEnd): NewRun[] {
  const listeners = [...functions.values()].flatMap(({ triggers }) => triggers.map(({ event }) => event));
  const names = EVENTS_OF[end.status].filter((name) => listeners.includes(name));
  if (names.length === 0) return [];
  const event = JSON.parse(run.event);
  if (END_OF_RUN.test(event.name)) return [];
  const outcome = end.status === "Completed" ? { result: end.output ?? null } : { error: end.error };
  const data = {
    function_id: run.functionId,
    run_id: run.runId,
    event,
    events: [event],
    ...outcome,
    _inngest: { status: end.status },
  };
  return names.flatMap((name) => runsOfEvent(functions, acceptEvent({ name, data })));
}
