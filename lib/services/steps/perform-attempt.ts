import { retryPolicyOf } from "@/lib/catalog/nodes/index";
import { judgeAttempt } from "@/lib/domain/runs/judge-attempt";
import type { Node } from "@/lib/domain/workflow/graph";
import { outlastOutage } from "@/lib/platform/outlast-outage";
import { announceRun } from "@/lib/services/announce";
import { awaitPlaceAt } from "@/lib/services/steps/destination";
import { effectKey } from "@/lib/services/steps/effect-key";
import type { Sent, Transport } from "@/lib/services/steps/transport";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { findDoneEffect } from "@/lib/stores/effects";
import { beginAttempt, endAttempt, writeSteps } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";

/** How one try at a step ended: with the step, with a pause before the next try, or with one before it was even begun. */
export type Performed =
  | { kind: "ended"; step: StepRecord }
  | { kind: "again"; pauseMs: number; message: string }
  | { kind: "turned-back"; pauseMs: number };

export type Performing = {
  node: Node;
  /** What the log shows as the step's input. */
  input: unknown;
  transport: Transport;
  /** Whether the drawing goes on when the step fails. */
  hasErrorEdge: boolean;
};

/** Sends what a step sends, once there is a place for it at its destination: in a crowd it is turned back, and not begun. */
export async function performInTurn(run: RunInProgress, performing: Performing): Promise<Performed> {
  const place = await awaitPlaceAt(performing.transport.destination);
  if (!place.ok) {
    await writeTurnedBack(run, performing, place.message);
    return { kind: "turned-back", pauseMs: place.pauseMs };
  }
  try {
    return await performAttempt(run, performing);
  } finally {
    place.leave();
  }
}

async function writeTurnedBack(run: RunInProgress, { node, input }: Performing, message: string): Promise<void> {
  const times = { startedAtMs: Date.now(), endedAtMs: null };
  const step: StepRecord = { ...BEGUN, ...times, nodeId: node.id, input, status: "waiting", error: message };
  await writeSteps({ run, steps: [...run.unwritten.splice(0), step], runStatus: "waiting" });
  announceRun(run, "waiting");
}

/**
 * Sends what a step sends, once, and writes it down: that it begins before the socket opens, and how it ended after. A step
 * that has ended is not sent again, and in a run that tries another one again neither is an effect that was done there.
 */
async function performAttempt(run: RunInProgress, performing: Performing): Promise<Performed> {
  const { node, input, transport, hasErrorEdge } = performing;
  const policy = retryPolicyOf(node);
  const idempotencyKey = effectKey(run, node.id);
  const startedAtMs = Date.now();
  const step: StepRecord = { ...BEGUN, nodeId: node.id, input, startedAtMs };
  const earlierSteps = run.unwritten.splice(0);
  if (run.rootId !== run.id) {
    const done = await findDoneEffect(run.workspaceId, idempotencyKey);
    if (done) return endAsDone(run, step, { earlierSteps, output: done.output });
  }

  const attempt = await beginAttempt({
    run,
    step,
    earlierSteps,
    idempotencyKey,
    request: transport.logged,
    nowMs: startedAtMs,
    atMostOnce: policy.atMostOnce ?? false,
  });
  if (attempt.kind === "already-ended") return { kind: "ended", step: { ...step, ...attempt } };
  if (attempt.kind === "not-again") {
    const ended = failed(step, { message: attempt.message, output: null, hasErrorEdge });
    await writeSteps({ run, steps: [ended] });
    return { kind: "ended", step: ended };
  }

  const sent = await transport.send({ idempotencyKey, timeoutMs: policy.timeoutMs });
  const verdict = judgeAttempt(sent.end, attempt.n, { policy, chance: Math.random() });
  const left = leave(step, sent, { verdict: verdict.do, hasErrorEdge });
  const { status, response, message } = sent;
  const durationMs = Date.now() - startedAtMs;
  const ended = { run, id: attempt.id, status, durationMs, response, error: message, step: left };
  // Nobody can find out again what the receiver answered.
  await outlastOutage(() => endAttempt(ended));
  if (verdict.do !== "retry") return { kind: "ended", step: left };
  return { kind: "again", pauseMs: verdict.pauseMs, message: message ?? "The receiver asked for another try." };
}

const BEGUN = { status: "running", port: null, output: null, error: null, endedAtMs: null } as const;

type DoneBefore = { earlierSteps: StepRecord[]; output: unknown };

async function endAsDone(
  run: RunInProgress,
  step: StepRecord,
  { earlierSteps, output }: DoneBefore,
): Promise<Performed> {
  const ended: StepRecord = { ...step, status: "done", port: "out", output, endedAtMs: Date.now() };
  await writeSteps({ run, steps: [...earlierSteps, ended] });
  return { kind: "ended", step: ended };
}

type Leaving = { verdict: "accept" | "give-up" | "retry"; hasErrorEdge: boolean };

function leave(step: StepRecord, { output, message, status }: Sent, { verdict, hasErrorEdge }: Leaving): StepRecord {
  if (verdict === "retry") return { ...step, status: "waiting", error: message };
  if (status === "succeeded") return { ...step, status: "done", port: "out", output, endedAtMs: Date.now() };
  return failed(step, { message, output, hasErrorEdge });
}

type Failing = { message: string | null; output: unknown; hasErrorEdge: boolean };

function failed(step: StepRecord, { message, output, hasErrorEdge }: Failing): StepRecord {
  const port = hasErrorEdge ? "error" : null;
  return {
    ...step,
    status: "failed",
    port,
    output: output ?? { error: message },
    error: message,
    endedAtMs: Date.now(),
  };
}
