import type { Effect } from "@/lib/domain/runs/effect";
import type { Node } from "@/lib/domain/workflow/graph";
import { runCode } from "@/lib/platform/sandbox/run-code";
import type { Done } from "@/lib/services/steps/done";
import { giveReply } from "@/lib/services/steps/give-reply";
import type { RunInProgress } from "@/lib/services/take-up-run";
import { writeSteps } from "@/lib/stores/run-progress";
import type { StepRecord } from "@/lib/stores/step-rows";
import { changeStoredValue } from "@/lib/stores/stored-values";

type OwnEffect = Extract<Effect, { kind: "code" | "store" | "reply" }>;

type Performing = { node: Node; input: unknown; effect: OwnEffect; hasErrorEdge: boolean };

/** Does something that reaches nobody outside, and writes down what came of it. */
export async function performOnce(run: RunInProgress, performing: Performing): Promise<StepRecord> {
  const { node, input, effect, hasErrorEdge } = performing;
  const startedAtMs = Date.now();
  const ended = (done: Done): StepRecord => {
    const step = { nodeId: node.id, input, startedAtMs, endedAtMs: Date.now() };
    if (done.ok) return { ...step, status: "done", port: "out", output: done.output, error: null };
    const { message, output = null } = done;
    return { ...step, status: "failed", port: hasErrorEdge ? "error" : null, output, error: message };
  };
  const earlierSteps = run.unwritten.splice(0);
  // A stored value changes in the same commit as its step, so that a crash in between cannot count twice.
  if (effect.kind === "store") return changeStoredValue(run, effect.change, { earlierSteps, nodeId: node.id, ended });
  const step = ended(await perform(run, effect));
  await writeSteps({ run, steps: [...earlierSteps, step] });
  return step;
}

async function perform(run: RunInProgress, effect: Exclude<OwnEffect, { kind: "store" }>): Promise<Done> {
  if (effect.kind === "reply") return giveReply(run, effect.reply);
  const result = await runCode(effect.source, effect.input);
  return result.ok ? { ok: true, output: result.value } : result;
}
