import { findNode } from "@/lib/catalog/nodes/index";
import type { LedgerEntry, RunRetry } from "@/lib/domain/runs/recovery";
import { type Outlook, retryOutlook } from "@/lib/domain/runs/retry-outlook";
import type { Run, Step } from "@/lib/domain/runs/run";
import type { Graph } from "@/lib/domain/workflow/graph";

/** A run as far as trying it again depends on it. */
export type Retriable = {
  run: Pick<Run, "id" | "status" | "version" | "nodeId">;
  steps: readonly Pick<Step, "nodeId" | "status">[];
  /** The drawing that it ran. */
  graph: Graph;
  /** What runs now, where that is another version. */
  current: { version: number; graph: Graph } | null;
  effects: readonly LedgerEntry[];
};

/** What it is tried again with at first: what failed or was stopped goes on, and anything else begins anew. */
export function usualRetry({ run }: Retriable): RunRetry {
  return { from: canGoOn(run) ? "failed" : "start", version: "same", again: false };
}

/** Whether there is a place where it stopped. */
export function canGoOn({ status }: Retriable["run"]): boolean {
  return status === "failed" || status === "cancelled";
}

/** The present drawing, unless what started the run is not in it any more. */
export function usableCurrent({ current, run }: Retriable): Retriable["current"] {
  return current?.graph.nodes.some(({ id }) => id === run.nodeId) ? current : null;
}

/** The drawing that it would be tried again with. */
export function drawingFor(retriable: Retriable, { version }: Pick<RunRetry, "version">): Graph {
  return (version === "current" && retriable.current?.graph) || retriable.graph;
}

export function outlookOf(retriable: Retriable, retry: RunRetry): Outlook[] {
  const { run, steps, graph, effects } = retriable;
  const reaches = (type: string) => findNode(type)?.hasRetry ?? false;
  const after = drawingFor(retriable, retry);
  return retryOutlook({ before: graph, after, startId: run.nodeId, steps, effects, reaches }, retry);
}
