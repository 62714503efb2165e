import type { Run, StepStatus } from "@/lib/domain/runs/run";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import type { Edge, Graph } from "@/lib/domain/workflow/graph";
import { ITEM_PORT, loopsAround } from "@/lib/domain/workflow/loops";

/**
 * How a node of the drawing stands in a run. `untouched`: not reached yet, or not part of it. `in-loop`: runs of their own
 * go through it, one for each item.
 */
export type NodeState = StepStatus | "untouched" | "in-loop";

/** The state of every node, and which lines the run went along. */
export type DrawnRun = { nodes: ReadonlyMap<string, NodeState>; isTaken: (edge: Edge) => boolean };

/** Lays a run over its drawing. */
export function drawRun({ graph, run }: { graph: Graph; run: Run }): DrawnRun {
  const steps = new Map(run.steps.map((step) => [step.nodeId, step]));
  const reachable = reachableFrom(graph, run.nodeId);
  const nodes = new Map(graph.nodes.map(({ id }) => [id, stateOf(id)]));

  function stateOf(id: string): NodeState {
    const step = steps.get(id);
    if (step) return step.status;
    if ([...loopsAround(graph, id)].some(hasBegun)) return "in-loop";
    // A run that went no further than its door, as one for another event type, still began there.
    return reachable.has(id) && run.status === "filtered" ? "skipped" : "untouched";
  }

  function hasBegun(loopId: string): boolean {
    const status = steps.get(loopId)?.status;
    return status !== undefined && status !== "skipped";
  }

  /** A run for one item begins behind the node that goes through them. */
  function portOf(id: string): string | undefined {
    return run.cause === "item" && id === run.nodeId ? ITEM_PORT : steps.get(id)?.port;
  }

  const isTaken = (edge: Edge) =>
    reachable.has(edge.from) &&
    (portOf(edge.from) === edge.port || (edge.port === ITEM_PORT && nodes.get(edge.to) === "in-loop"));
  return { nodes, isTaken };
}
