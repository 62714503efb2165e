import { keptSteps } from "@/lib/domain/runs/kept-steps";
import type { LedgerEntry, RunRetry } from "@/lib/domain/runs/recovery";
import type { Step } from "@/lib/domain/runs/run";
import { inOrder } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";

/**
 * What becomes of something that reaches the outside when a run is tried again. `kept`: its step is taken over. `left-out`:
 * it was done before. `same-key`: it was sent before and nobody saw how that ended. `twice`: it was sent before and gets a
 * new key, so that nobody can tell that it is the same. `to-do`: it was not done.
 */
export type Fate = "kept" | "left-out" | "same-key" | "twice" | "to-do";

export type Outlook = { nodeId: string; label: string; fate: Fate };

type Retrying = {
  before: Graph;
  after: Graph;
  startId: string;
  steps: readonly Pick<Step, "nodeId" | "status">[];
  effects: readonly Pick<LedgerEntry, "nodeId" | "state">[];
  /** Whether a node reaches the outside. */
  reaches: (type: string) => boolean;
};

/** What trying a run again does outside, step by step, as far as the way leads there. */
export function retryOutlook(retrying: Retrying, { from, again }: Pick<RunRetry, "from" | "again">): Outlook[] {
  const { before, after, startId, steps, effects, reaches } = retrying;
  const kept = new Set(keptSteps({ before, after, steps, from }).map(({ nodeId }) => nodeId));
  const states = new Map(effects.map(({ nodeId, state }) => [nodeId, state]));
  return inOrder(after, startId)
    .filter(({ type }) => reaches(type))
    .map((node) => {
      const fate = kept.has(node.id) ? "kept" : fateOf(states.get(node.id), again);
      return { nodeId: node.id, label: nodeLabel(node), fate };
    });
}

function fateOf(state: LedgerEntry["state"] | undefined, again: boolean): Fate {
  if (state === undefined || state === "failed") return "to-do";
  if (again) return "twice";
  return state === "confirmed" ? "left-out" : "same-key";
}
