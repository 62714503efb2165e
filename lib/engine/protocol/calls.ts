import { z } from "zod";
import { explainExcess, type Held } from "@/lib/engine/protocol/limits";
import type { Commits } from "@/lib/engine/queue/commits";
import type { ClaimedJob } from "@/lib/stores/engine/claim-jobs";

/** Why a call was told to stop: its claim is lost, the engine is stopping, or it gave more than a run may hold. */
export type Halt = { kind: "lost" } | { kind: "stopping" } | { kind: "excess"; message: string };

/** A call of the function that has not answered yet. */
export type CallInProgress = {
  id: string;
  job: ClaimedJob;
  held: Held;
  halt: Halt | undefined;
};

export type Calls = {
  begin: (job: ClaimedJob) => CallInProgress;
  end: (call: CallInProgress) => void;
  /** Saves the steps that a call has finished so far. Answers with the HTTP status that the SDK is to see. */
  checkpoint: (body: unknown) => Promise<200 | 409>;
  /** From now on, calls stop after the step that they are at. */
  stopAtNextStep: () => void;
};

const Checkpoint = z.object({
  qi_id: z.string(),
  steps: z.array(
    z.object({ id: z.string(), op: z.string(), displayName: z.string().nullish(), data: z.unknown().optional() }),
  ),
});

/** The calls that are being made, which the SDK reports to while they run. */
export function createCalls(commits: Commits): Calls {
  const calls = new Map<string, CallInProgress>();
  let isStopping = false;

  return {
    begin: (job) => {
      const held = { steps: job.state.stack.length, bytes: job.stepsBytes };
      const call: CallInProgress = { id: `${job.lease}/${job.runId}/${job.stepId}`, job, held, halt: undefined };
      calls.set(call.id, call);
      return call;
    },
    end: (call) => void calls.delete(call.id),
    checkpoint: async (body) => {
      const { qi_id, steps } = Checkpoint.parse(body);
      const call = calls.get(qi_id);
      if (!call) return 409;
      for (const step of steps) call.halt ??= await saveFinished(commits, call, step);
      if (isStopping) call.halt ??= { kind: "stopping" };
      // The SDK takes this as the word that somebody else has the run, and runs no further step.
      return call.halt ? 409 : 200;
    },
    stopAtNextStep: () => {
      isStopping = true;
    },
  };
}

async function saveFinished(
  commits: Commits,
  call: CallInProgress,
  step: z.infer<typeof Checkpoint>["steps"][number],
): Promise<Halt | undefined> {
  const name = step.displayName ?? step.id;
  if (step.op !== "StepRun") {
    return { kind: "excess", message: `The embedded engine does not support ${step.op} (step “${name}”).` };
  }
  const result = JSON.stringify({ data: step.data ?? null });
  const resultBytes = Buffer.byteLength(result);
  const message = explainExcess(call.held, { name, resultBytes });
  if (message) return { kind: "excess", message };

  const { runId, lease } = call.job;
  if (!(await commits.saveStep({ runId, lease, stepId: step.id, result }))) return { kind: "lost" };
  call.held.steps += 1;
  call.held.bytes += resultBytes;
  return undefined;
}
