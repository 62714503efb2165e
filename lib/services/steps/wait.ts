import { idSchema } from "@/lib/domain/ids";
import type { Effect } from "@/lib/domain/runs/effect";
import type { Node } from "@/lib/domain/workflow/graph";
import { sha256 } from "@/lib/platform/digest";
import { announceQueued } from "@/lib/services/announce";
import { approvalToken } from "@/lib/services/steps/approval-link";
import { beginChildren, outcomeOfChildren } from "@/lib/services/steps/children";
import { writeWaiting } from "@/lib/services/steps/sleep";
import { outcomeOf, type WaitOutcome } from "@/lib/services/steps/wait-outcome";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { writeSteps } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";
import { closeWait, openWait, waitIdOf } from "@/lib/stores/waits";

export type WaitEffect = Extract<Effect, { kind: "wait" | "run-workflow" | "for-each" }>;

type Waiting = { node: Node; input: unknown; effect: WaitEffect };

/** How long a run waits for runs that it began itself, in ms: longer than any of them may take. */
const CHILDREN_TIMEOUT_MS = 366 * 86_400_000;

/**
 * Writes what a run waits for, and begins the runs that it waits for where it does. The id is null when there is nothing
 * to wait for. Doing it twice does no harm.
 */
export async function beginWait(
  run: RunInProgress,
  { node, input, effect }: Waiting,
): Promise<{ waitId: string | null; timeoutMs: number }> {
  const timeoutMs = effect.kind === "wait" ? effect.timeoutMs : CHILDREN_TIMEOUT_MS;
  const expiresAtMs = Date.now() + timeoutMs;
  await writeWaiting(run, { node, input, output: null });
  if (effect.kind === "wait") {
    await openWait({ run, nodeId: node.id, expiresAtMs, ...askedFor(run, node, effect) });
  } else {
    await openWait({ run, nodeId: node.id, expiresAtMs, kind: "runs", asked: {} });
    const begun = await beginChildren(run, node, effect);
    if (begun === 0) return { waitId: null, timeoutMs };
    announceQueued();
  }
  return { waitId: waitIdOf(run.id, node.id), timeoutMs };
}

function askedFor(run: RunInProgress, node: Node, { awaited }: Extract<WaitEffect, { kind: "wait" }>) {
  if (awaited.kind === "approval") {
    const tokenHash = sha256(approvalToken(run.id, node.id));
    return { kind: "approval", asked: { question: awaited.question }, tokenHash } as const;
  }
  const { kind, endpointId, ...asked } = awaited;
  return { kind, asked, endpointId: idSchema("endpoint").parse(endpointId) } as const;
}

type Ending = Waiting & { hasErrorEdge: boolean };

/** Goes on after a wait: by the port that its outcome names, or by `timeout` when nothing has happened. */
export async function endWaiting(run: RunInProgress, ending: Ending): Promise<StepRecord> {
  const { node, input, effect, hasErrorEdge } = ending;
  const closed = await closeWait(waitIdOf(run.id, node.id));
  const outcome: WaitOutcome =
    effect.kind === "wait"
      ? await outcomeOf(run.workspaceId, effect.awaited, closed)
      : await outcomeOfChildren(run, node, effect);
  const step: StepRecord = {
    nodeId: node.id,
    status: outcome.ok ? "done" : "failed",
    port: outcome.ok ? outcome.port : hasErrorEdge ? "error" : null,
    input,
    output: outcome.output,
    error: outcome.ok ? null : outcome.message,
    startedAtMs: null,
    endedAtMs: Date.now(),
  };
  await writeSteps({ run, steps: [...run.unwritten.splice(0), step], runStatus: "running" });
  return step;
}
