import type { EngineCore } from "@/lib/engine/engine-core";
import { type Answer, callFunction } from "@/lib/engine/protocol/call-function";
import type { CallInProgress } from "@/lib/engine/protocol/calls";
import { keepTrying } from "@/lib/engine/queue/keep-trying";
import { type Decision, decide } from "@/lib/engine/runs/decide";
import { endRun } from "@/lib/engine/runs/end-run";
import { beginProgress, finishStep, toChange } from "@/lib/engine/runs/run-progress";
import { lendTransaction } from "@/lib/platform/lend-connection";
import { log } from "@/lib/platform/log";
import { applyChanges, type RunChange } from "@/lib/stores/engine/apply-changes";
import type { ClaimedJob, RunState } from "@/lib/stores/engine/claim-jobs";
import { findRunState } from "@/lib/stores/engine/find-runs";
import { insertRuns, type NewRun } from "@/lib/stores/engine/insert-runs";
import { releaseLeases } from "@/lib/stores/engine/leases";

/** Does what a claimed job is there for, and writes down what comes of it. A lost claim ends it without a trace. */
export async function performJob(core: EngineCore, job: ClaimedJob): Promise<void> {
  const isPlannedStep = job.kind === "call" && job.stepId !== "step";
  if (isPlannedStep && job.state.stack.includes(job.stepId)) return commit(core, job, settle);
  if (job.kind !== "call") return commit(core, job, (state) => timeOut(job, state));

  const attemptsMax = core.functions.get(job.functionId)?.attemptsMax;
  // Another process, older or newer than this one, may know the function.
  if (attemptsMax === undefined) return commit(core, job, postpone);

  const call = core.calls.begin(job);
  const answer = await callFunction(core.handler, { job, attemptsMax, callId: call.id });
  core.calls.end(call);
  return conclude(core, call, answer);
}

async function conclude(core: EngineCore, call: CallInProgress, answer: Answer): Promise<void> {
  const { job, held, halt } = call;
  if (halt?.kind === "lost") return;
  if (halt?.kind === "stopping") return keepTrying(() => releaseLeases(core.pool, [job]), core.stopped);
  const { functions, retryPauseMs } = core;
  return commit(core, job, (state): Decision => {
    if (halt) return { kind: "end", end: { status: "Failed", error: { name: "Error", message: halt.message } } };
    return decide({ job, state, held, functions, retryPauseMs }, answer);
  });
}

/** Decides and writes, again from a new reading whenever the run has moved on meanwhile. */
async function commit(core: EngineCore, job: ClaimedJob, decideFrom: Decide): Promise<void> {
  let state: RunState | undefined = job.state;
  while (state) {
    const decision = decideOrFail(decideFrom, state, job);
    if (decision.kind === "end") {
      const { stepId, lease } = job;
      return keepTrying(() => endRun(core, { ...job, claim: { stepId, lease } }, decision.end), core.stopped);
    }
    const { change, invoked } = decision;
    if (await keepTrying(() => advance(core, change, invoked), core.stopped)) return core.wake();
    state = (await keepTrying(() => findRunState(core.pool, job), core.stopped))?.state;
  }
}

type Decide = (state: RunState, job: ClaimedJob) => Decision;

/** A run that the engine can make no sense of fails, rather than being tried for ever. */
function decideOrFail(decideFrom: Decide, state: RunState, job: ClaimedJob): Decision {
  try {
    return decideFrom(state, job);
  } catch (error) {
    log.error("The engine could not decide how a run goes on.", error, { run: job.runId, function: job.functionId });
    return { kind: "end", end: { status: "Failed", error: { name: "Error", message: String(error) } } };
  }
}

function advance(core: EngineCore, change: RunChange, invoked: NewRun[]): Promise<boolean> {
  if (invoked.length === 0) return core.commits.applyChange(change);
  return lendTransaction(core.pool, async (connection) => {
    const [isApplied = false] = await applyChanges(connection, [change]);
    if (isApplied) await insertRuns(connection, invoked);
    return isApplied;
  });
}

/** Ends a job that has nothing left to do. */
function settle(state: RunState, { runId, stepId, lease }: ClaimedJob): Decision {
  return { kind: "advance", change: toChange(beginProgress(runId, state, { stepId, lease })), invoked: [] };
}

const POSTPONE_MS = 30_000;

function postpone(state: RunState, { runId, stepId, lease, attempt, functionId }: ClaimedJob): Decision {
  log.warn("This process does not know a function that is due.", { run: runId, function: functionId });
  const change = toChange({
    ...beginProgress(runId, state, { stepId, lease }),
    again: { attempt, delayMs: POSTPONE_MS },
  });
  return { kind: "advance", change, invoked: [] };
}

/** A sleep is over; a wait ends without an event, an invocation with an error. */
function timeOut({ runId, stepId, lease, kind, isRace }: ClaimedJob, state: RunState): Decision {
  const progress = beginProgress(runId, state, { stepId, lease });
  finishStep(progress, { stepId, isRace, result: kind === "invoke" ? INVOKE_TIMED_OUT : "null" });
  return { kind: "advance", change: toChange(progress), invoked: [] };
}

const INVOKE_TIMED_OUT = JSON.stringify({
  error: { name: "InngestInvokeTimeoutError", message: "The invoked function did not end in time." },
});
