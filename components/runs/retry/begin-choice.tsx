"use client";

import { canGoOn, type Retriable } from "@/components/runs/retry/retriable";
import { ChoiceCards } from "@/components/ui/choice-cards";
import { ChoiceInput } from "@/components/ui/choice-input";
import { STATUSES } from "@/components/ui/status-chip";
import type { RunRetry } from "@/lib/domain/runs/recovery";
import { inOrder } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";

type BeginChoiceProps = {
  retriable: Retriable;
  /** The drawing whose steps can be chosen from. */
  graph: Graph;
  from: RunRetry["from"];
  onChange: (from: RunRetry["from"]) => void;
};

/** Where a retry begins: where it stopped, at the start, or at one step. */
export function BeginChoice({ retriable, graph, from, onChange }: BeginChoiceProps) {
  const { run, steps } = retriable;
  const choices = inOrder(graph, run.nodeId)
    .filter(({ id }) => id !== run.nodeId)
    .map((node) => ({ value: node.id, label: nodeLabel(node) + wordFor(steps, node.id) }));
  const isStep = from !== "failed" && from !== "start";

  return (
    <div className="flex flex-col gap-3">
      <ChoiceCards
        label="Where does it begin?"
        value={isStep ? "step" : from}
        onChange={(value) => onChange(value === "step" ? (choices[0]?.value ?? "start") : value)}
        choices={[
          ...(canGoOn(run) ? [{ value: "failed", ...stopWords(retriable) }] : []),
          { value: "start", title: "From the start", help: "Every step is gone through again." },
          ...(choices.length > 0
            ? [{ value: "step", title: "From one step", help: "That step and all that it leads to." }]
            : []),
        ]}
      />
      {isStep ? <ChoiceInput label="Which step" value={from} onChange={onChange} choices={choices} /> : null}
    </div>
  );
}

function stopWords({ steps, graph }: Retriable): { title: string; help: string } {
  const failed = steps.filter(({ status }) => status === "failed");
  const node = graph.nodes.find(({ id }) => id === failed[0]?.nodeId);
  if (!node) return { title: "From where it stopped", help: "What had ended by then is taken over." };
  const others = failed.length > 1 ? ` and ${failed.length - 1} more` : "";
  return {
    title: "From what failed",
    help: `“${nodeLabel(node)}”${others}, and what comes after. What went well before is taken over.`,
  };
}

function wordFor(steps: Retriable["steps"], nodeId: string): string {
  const step = steps.find((candidate) => candidate.nodeId === nodeId);
  return step ? ` (${STATUSES[step.status].word.toLowerCase()})` : "";
}
