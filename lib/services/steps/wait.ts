import { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import type { Effect } from "@/lib/domain/runs/effect";
import type { Node } from "@/lib/domain/workflow/graph";
import { sha256 } from "@/lib/platform/digest";
import { announceApproval, announceQueued } from "@/lib/services/announce";
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

/** How long a run waits for runs that it began itself, in ms: a year, which is as long as anything waits. */
const CHILDREN_TIMEOUT_MS = 365 * 86_400_000;

/** What a wait begins as. The id is null when there is nothing to wait for; `refusal` tells what cannot be done. */
export const WaitBegun = z.object({
  waitId: z.string().nullable(),
  timeoutMs: z.number(),
  refusal: z.string().nullable(),
});
export type WaitBegun = z.infer<typeof WaitBegun>;

/**
 * Writes what a run waits for, and begins the runs that it waits for where it does. Whoever sees that it waits can end it.
 * Doing it twice does no harm.
 */
export async function beginWait(run: RunInProgress, { node, input, effect }: Waiting): Promise<WaitBegun> {
  const timeoutMs = effect.kind === "wait" ? effect.timeoutMs : CHILDREN_TIMEOUT_MS;
  const opened = { run, nodeId: node.id, expiresAtMs: Date.now() + timeoutMs };
  const begun: WaitBegun = { waitId: waitIdOf(run.id, node.id), timeoutMs, refusal: null };
  if (effect.kind === "wait") {
    await openWait({ ...opened, ...askedFor(run, node, effect) });
    await writeWaiting(run, { node, input, output: null });
    if (isApproval(effect)) announceApproval(run);
    return begun;
  }
  await openWait({ ...opened, kind: "runs", asked: {} });
  await writeWaiting(run, { node, input, output: null });
  const children = await beginChildren(run, node, effect);
  if (!children.ok) return { ...begun, waitId: null, refusal: children.message };
  if (children.count === 0) return { ...begun, waitId: null };
  announceQueued();
  return begun;
}

function askedFor(run: RunInProgress, node: Node, { awaited }: Extract<WaitEffect, { kind: "wait" }>) {
  if (awaited.kind === "approval") {
    const tokenHash = sha256(approvalToken(run.id, node.id));
    return { kind: "approval", asked: { question: awaited.question }, tokenHash } as const;
  }
  const { kind, endpointId, ...asked } = awaited;
  return { kind, asked, endpointId: idSchema("endpoint").parse(endpointId) } as const;
}

function isApproval(effect: WaitEffect): boolean {
  return effect.kind === "wait" && effect.awaited.kind === "approval";
}

type Ending = Waiting & { refusal: string | null; hasErrorEdge: boolean };

/** Goes on after a wait: by the port that its outcome names, or by `timeout` when nothing has happened. */
export async function endWaiting(run: RunInProgress, ending: Ending): Promise<StepRecord> {
  const { node, input, hasErrorEdge } = ending;
  const outcome = await endedBy(run, ending);
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
  if (isApproval(ending.effect)) announceApproval(run);
  return step;
}

async function endedBy(run: RunInProgress, { node, effect, refusal }: Ending): Promise<WaitOutcome> {
  const closed = await closeWait(waitIdOf(run.id, node.id));
  if (refusal !== null) return { ok: false, message: refusal, output: null };
  if (effect.kind === "wait") return outcomeOf(run.workspaceId, effect.awaited, closed);
  return outcomeOfChildren(run, node, effect);
}
