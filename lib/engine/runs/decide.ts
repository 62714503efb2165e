import type { Answer, Operation, Retry } from "@/lib/engine/protocol/call-function";
import { compileExpression } from "@/lib/engine/protocol/compile-expression";
import { explainExcess, type Held } from "@/lib/engine/protocol/limits";
import { parseDelayMs } from "@/lib/engine/protocol/parse-delay";
import type { RegisteredFunctions } from "@/lib/engine/protocol/register-functions";
import { beginProgress, finishStep, type Progress, toChange } from "@/lib/engine/runs/run-progress";
import { invokedRun, toWait } from "@/lib/engine/runs/start-runs";
import type { RunChange } from "@/lib/stores/engine/apply-changes";
import type { ClaimedJob, JobKind, RunState } from "@/lib/stores/engine/claim-jobs";
import type { NewRun } from "@/lib/stores/engine/insert-runs";

export type RunEnd = { status: "Completed"; output: unknown } | { status: "Failed" | "Cancelled"; error: unknown };

/** What becomes of a run: it moves on, perhaps by beginning other runs that it waits for, or it is over. */
export type Decision = { kind: "advance"; change: RunChange; invoked: NewRun[] } | { kind: "end"; end: RunEnd };

export type Situation = {
  job: ClaimedJob;
  /** As read last. The call was made with what the job's claim had read. */
  state: RunState;
  /** What the run's finished steps take. */
  held: Held;
  functions: RegisteredFunctions;
  retryPauseMs: (attempt: number) => number;
};

/** What an answer of the function means for its run. Changes nothing, so it can be asked again when the run moved on. */
export function decide(situation: Situation, answer: Answer): Decision {
  const { job, state } = situation;
  const { stepId, lease } = job;
  const draft: Draft = { situation, progress: beginProgress(job.runId, state, { stepId, lease }), invoked: [] };
  if (answer.kind === "result") return { kind: "end", end: { status: "Completed", output: answer.output } };
  if (answer.kind === "error") {
    return retryLater(draft, answer.retry) ? conclude(draft) : { kind: "end", end: failed(answer.error) };
  }
  return decideOperations(draft, answer);
}

type Draft = { situation: Situation; progress: Progress; invoked: NewRun[] };

function decideOperations(draft: Draft, answer: Extract<Answer, { kind: "operations" }>): Decision {
  const { progress } = draft;
  const { job, state } = draft.situation;
  const { operations } = answer;
  const hasMissedSomething = job.stepId === "step" && state.revision !== job.state.revision;
  progress.isDiscoveryDue = hasMissedSomething || operations.length === 0;

  const complete = operations.find(({ op }) => op === "RunComplete");
  if (complete) return { kind: "end", end: { status: "Completed", output: complete.data } };
  if (progress.version === -1) progress.version = answer.version;
  notePending(progress, operations);
  for (const operation of operations) {
    const problem = perform(draft, operation, answer.retry);
    if (problem) return { kind: "end", end: failed({ name: "Error", message: problem }) };
  }
  return conclude(draft);
}

/**
 * Several at once, or one that is only planned, mean that the function runs steps in parallel: they must end first. Until
 * then a call must not run a step at once, for it could be one that is planned.
 */
function notePending(progress: Progress, operations: Operation[]): void {
  const hasPlanned = operations.some(({ op }) => op === "StepPlanned");
  if (operations.length > 1 || hasPlanned) progress.isForced = true;
  if (!hasPlanned || progress.version < 2) return;
  const unfinished = operations.map(({ id }) => id).filter((id) => !progress.from.stack.includes(id));
  progress.pending = [...new Set([...progress.pending, ...unfinished])];
}

/** Does what an operation asks for; gives the reason in a sentence when that cannot be done. */
function perform(draft: Draft, operation: Operation, retry: Retry): string | undefined {
  switch (operation.op) {
    case "StepRun":
    case "Step":
      return keepResult(draft, operation, { data: operation.data ?? null });
    case "StepError":
      return retryLater(draft, retry) ? undefined : keepResult(draft, operation, { error: operation.error });
    case "StepFailed":
      return keepResult(draft, operation, { error: operation.error });
    case "StepPlanned":
      return addJob(draft, operation, { kind: "call", delayMs: 0 });
    case "Sleep":
      return addJob(draft, operation, { kind: "sleep", delayMs: parseDelayMs(operation.name ?? "") });
    case "WaitForEvent":
      return waitForEvent(draft, operation);
    case "InvokeFunction":
      return invoke(draft, operation);
    default:
      return `The embedded engine does not support ${operation.op} (step “${nameOf(operation)}”).`;
  }
}

function keepResult({ situation, progress }: Draft, operation: Operation, value: object): string | undefined {
  const { held, job } = situation;
  const result = JSON.stringify(value);
  const excess = explainExcess(
    { ...held, steps: held.steps + progress.saved.length },
    { name: nameOf(operation), resultBytes: Buffer.byteLength(result) },
  );
  if (excess) return excess;
  finishStep(progress, { stepId: operation.id, isRace: job.isRace || isRace(operation), result });
  return undefined;
}

/** The SDK reports what is outstanding again in each call: what has ended meanwhile is not begun anew. */
function isEnded({ situation }: Draft, operation: Operation): boolean {
  return situation.state.stack.includes(operation.id);
}

function addJob(draft: Draft, operation: Operation, job: { kind: JobKind; delayMs: number }): undefined {
  if (isEnded(draft, operation)) return;
  draft.progress.jobs.push({ ...job, stepId: operation.id, isRace: isRace(operation) });
}

function waitForEvent(draft: Draft, operation: Operation): string | undefined {
  if (isEnded(draft, operation)) return undefined;
  const { id: stepId, opts } = operation;
  const event = String(opts?.["event"] ?? operation.name);
  if (event.startsWith("inngest/")) return `The embedded engine cannot wait for the event “${event}”.`;
  const compiled = typeof opts?.["if"] === "string" ? compileExpression(opts["if"]) : undefined;
  if (compiled && !compiled.ok) return compiled.message;
  const listening = { stepId, event, isCancel: false, ...(compiled && { condition: compiled.expression }) };
  draft.progress.waits.push(toWait(listening, JSON.parse(draft.situation.job.event)));
  return addJob(draft, operation, { kind: "wait", delayMs: parseDelayMs(String(opts?.["timeout"])) });
}

/** An invocation without a timeout of its own waits as long as the server would. */
const INVOKE_TIMEOUT_MS = 365 * 86_400_000;

function invoke(draft: Draft, operation: Operation): string | undefined {
  if (isEnded(draft, operation)) return undefined;
  const { id: stepId, opts } = operation;
  const functionId = String(opts?.["function_id"]);
  const called = draft.situation.functions.get(functionId);
  if (!called) {
    return keepResult(draft, operation, { error: { name: "Error", message: `There is no function “${functionId}”.` } });
  }
  const timeout = opts?.["timeout"];
  const delayMs = typeof timeout === "string" ? parseDelayMs(timeout) : INVOKE_TIMEOUT_MS;
  addJob(draft, operation, { kind: "invoke", delayMs });
  const parent = { runId: draft.situation.job.runId, stepId };
  draft.invoked.push(invokedRun(called, { data: payloadData(opts?.["payload"]), parent }));
  return undefined;
}

function payloadData(payload: unknown): unknown {
  return typeof payload === "object" && payload !== null && "data" in payload ? payload.data : {};
}

/** Notes that the claimed job is due again after a pause, unless it has had its last attempt. */
function retryLater(draft: Draft, retry: Retry): boolean {
  const { job, functions, retryPauseMs } = draft.situation;
  const attemptsMax = functions.get(job.functionId)?.attemptsMax ?? 1;
  if (retry.isFinal || job.attempt + 1 >= attemptsMax) return false;
  draft.progress.again = { attempt: job.attempt + 1, delayMs: retry.afterMs ?? retryPauseMs(job.attempt) };
  return true;
}

function conclude({ progress, invoked }: Draft): Decision {
  return { kind: "advance", change: toChange(progress), invoked };
}

function failed(error: unknown): RunEnd {
  return { status: "Failed", error };
}

function isRace(operation: Operation): boolean {
  return operation.opts?.["parallelMode"] === "race";
}

function nameOf(operation: Operation): string {
  return operation.displayName ?? operation.name ?? operation.id;
}
