import type { Ring } from "@/components/editor/store/editor-state";
import type { StepStatus } from "@/lib/domain/runs/run";
import type { Edge } from "@/lib/domain/workflow/graph";

/** How a node is doing in the run that is shown; undefined when it has not been reached, or none is shown. */
export function stepStatus(ring: Ring | null, nodeId: string): StepStatus | undefined {
  return ring?.run?.steps.find((step) => step.nodeId === nodeId)?.status;
}

/** Whether the run that is shown went along a line. */
export function edgeState(ring: Ring | null, edge: Edge): "taken" | "idle" | undefined {
  if (!ring?.run) return undefined;
  const step = ring.run.steps.find(({ nodeId }) => nodeId === edge.from);
  return step?.port === edge.port ? "taken" : "idle";
}
