import type { Node } from "@/lib/domain/workflow/graph";
import { announceRun } from "@/lib/services/announce";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { writeSteps } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";

type Sleeping = { node: Node; input: unknown; untilMs: number };

/** Writes that a step waits, and until when. The moment is settled here: at a replay it would have moved on. */
export async function beginSleep(run: RunInProgress, { node, input, untilMs }: Sleeping): Promise<{ untilMs: number }> {
  await writeWaiting(run, { node, input, output: { until: new Date(untilMs).toISOString() } });
  return { untilMs };
}

/** Writes that a step has waited. */
export async function endSleep(run: RunInProgress, { node, input, untilMs }: Sleeping): Promise<StepRecord> {
  const step: StepRecord = {
    nodeId: node.id,
    status: "done",
    port: "out",
    input,
    output: { until: new Date(untilMs).toISOString() },
    error: null,
    startedAtMs: null,
    endedAtMs: Date.now(),
  };
  await writeSteps({ run, steps: [...run.unwritten.splice(0), step], runStatus: "running" });
  return step;
}

type Waiting = { node: Node; input: unknown; output: unknown };

/** Writes that a step waits, and with it the run. */
export async function writeWaiting(run: RunInProgress, { node, input, output }: Waiting): Promise<void> {
  const step: StepRecord = {
    nodeId: node.id,
    status: "waiting",
    port: null,
    input,
    output,
    error: null,
    startedAtMs: Date.now(),
    endedAtMs: null,
  };
  await writeSteps({ run, steps: [...run.unwritten.splice(0), step], runStatus: "waiting" });
  announceRun(run, "waiting");
}
