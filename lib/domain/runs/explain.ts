import type { Explanation } from "@/lib/domain/explanation";
import { explainAttempt } from "@/lib/domain/runs/explain-attempt";
import { explainWait, wayOn } from "@/lib/domain/runs/explain-wait";
import type { Run, Step } from "@/lib/domain/runs/run";

type LabelOf = (nodeId: string) => string;

/** Says plainly how a run stands or ended, and why. `labelOf` tells what people call a node. */
export function explainRun(run: Run, labelOf: LabelOf): Explanation {
  switch (run.status) {
    case "queued":
      return { headline: "Queued: it starts in a moment.", hint: "It is kept safe until its turn comes." };
    case "running":
      return explainRunning(run, labelOf);
    case "waiting":
      return explainRunning(run, labelOf);
    case "done":
      return explainDone(run, labelOf);
    case "filtered":
      return explainFiltered(run);
    case "cancelled":
      return { headline: "Cancelled: somebody stopped it.", hint: "What had been sent before that stays sent." };
    case "failed":
      return explainFailed(run, labelOf);
  }
}

/** Why a step failed, keeps being tried or waits; undefined for one with nothing to explain. */
export function explainStep(step: Step, label: string): Explanation | undefined {
  if (step.status !== "failed" && step.status !== "waiting") return undefined;
  if (step.attempts.length > 0) return explainAttempt(step, label);
  if (step.waitsFor) return { headline: sentence(`Waiting ${explainWait(step.waitsFor)}`), hint: wayOn(step.waitsFor) };
  if (step.status === "waiting") return undefined;
  // What has given something was prepared, and failed at what it did.
  if (step.output !== undefined && step.error) return { headline: `“${label}” failed.`, hint: step.error };
  return {
    headline: `“${label}” could not be prepared.`,
    hint: step.error ?? "Look at its settings: a placeholder may point at something that this delivery does not have.",
  };
}

/** A question at the end has a mark of its own. */
function sentence(text: string): string {
  return /[.?!…]”$/.test(text) ? text : `${text}.`;
}

function explainRunning(run: Run, labelOf: LabelOf): Explanation {
  const retrying = run.steps.find((step) => step.status === "waiting" && step.attempts.length > 0);
  if (retrying) {
    const { headline, hint } = explainAttempt(retrying, labelOf(retrying.nodeId));
    return { headline: `${headline} It is tried again.`, hint };
  }
  const waiting = run.steps.filter(({ waitsFor }) => waitsFor !== undefined);
  const current = run.steps.findLast((step) => step.status === "running" || step.status === "waiting");
  if (current?.waitsFor) return explainWaiting(waiting, labelOf);
  const at = current ? ` “${labelOf(current.nodeId)}” is at work.` : "";
  return { headline: `${run.status === "waiting" ? "Waiting." : "Running."}${at}`, hint: "This page follows along." };
}

function explainWaiting([first, ...others]: Step[], labelOf: LabelOf): Explanation {
  const { headline, hint } = (first && explainStep(first, labelOf(first.nodeId))) ?? { headline: "Waiting.", hint: "" };
  const names = others.map((step) => `“${labelOf(step.nodeId)}”`).join(", ");
  if (others.length === 0) return { headline, hint };
  return { headline, hint: `${hint} ${names} ${others.length === 1 ? "waits" : "wait"}, too.` };
}

function explainDone(run: Run, labelOf: LabelOf): Explanation {
  const caught = run.steps.find((step) => step.status === "failed" && step.port !== undefined);
  if (caught) {
    return {
      headline: `Done, although “${labelOf(caught.nodeId)}” failed: the drawing says what to do then.`,
      hint: explainStep(caught, labelOf(caught.nodeId))?.headline ?? caught.error ?? "",
    };
  }
  const retried = run.steps.find((step) => step.attempts.length > 1);
  if (retried) {
    return {
      headline: "Done.",
      hint: `“${labelOf(retried.nodeId)}” needed ${retried.attempts.length} attempts; the Idempotency-Key was the same each time.`,
    };
  }
  return { headline: "Done.", hint: "Every step that had to run went well." };
}

function explainFiltered({ steps, error }: Run): Explanation {
  if (steps.some((step) => step.port === "fail")) {
    return {
      headline: `Filtered: ${error ?? "a filter did not let it pass."}`,
      hint: "Nothing was sent. Open the filter's step to see each condition with what was expected and what came.",
    };
  }
  if (error === "The workflow is paused.") {
    return { headline: "Filtered: the workflow was paused.", hint: "Resume the workflow to let it run again." };
  }
  return {
    headline: error
      ? `Filtered: ${error.charAt(0).toLowerCase()}${error.slice(1)}`
      : "Filtered: the workflow did not want this event.",
    hint: "To let such events in, change “Only for these events” in the workflow's first step and publish.",
  };
}

function explainFailed(run: Run, labelOf: LabelOf): Explanation {
  const [failed, ...others] = run.steps.filter((step) => step.status === "failed" && step.port === undefined);
  const label = failed ? labelOf(failed.nodeId) : "";
  const explained = failed && explainStep(failed, label);
  if (!explained) {
    return { headline: run.error ?? "The run failed.", hint: "Nothing that had been sent before was undone." };
  }
  const { headline, hint } = explained;
  return {
    headline: headline.startsWith("“") ? headline : `“${label}” failed. ${headline}`,
    hint: others.length === 0 ? hint : `${hint} ${alsoFailed(others.map((step) => labelOf(step.nodeId)))}`,
  };
}

function alsoFailed(labels: string[]): string {
  const names = labels.slice(0, 3).map((label) => `“${label}”`);
  const rest = labels.length > 3 ? ` and ${labels.length - 3} more` : "";
  return `${names.join(", ")}${rest} failed, too.`;
}
