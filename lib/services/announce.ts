import type { VerdictKind } from "@/lib/domain/deliveries/delivery";
import type { Id } from "@/lib/domain/ids";
import type { RunStatus } from "@/lib/domain/runs/run";
import { announce } from "@/lib/platform/live";

type ChangedRun = {
  id: Id<"run">;
  workspaceId: Id<"workspace">;
  workflowId: Id<"workflow">;
  deliveryId: Id<"delivery"> | null;
};

/** Tells open screens that a run has changed. */
export function announceRun(run: ChangedRun, status: RunStatus): void {
  const { id, workspaceId, workflowId, deliveryId } = run;
  announce({ workspaceId, kind: "run", data: { id, workflowId, status, ...(deliveryId && { deliveryId }) } });
}

type NewlyWritten = { id: Id<"delivery">; workspaceId: Id<"workspace">; endpointId: Id<"endpoint"> };

/** Tells open screens that a delivery has been written. */
export function announceDelivery({ id, workspaceId, endpointId }: NewlyWritten, verdict: VerdictKind): void {
  announce({ workspaceId, kind: "delivery", data: { id, endpointId, verdict } });
}

/** Tells open screens that somebody is asked, or that it is decided. */
export function announceApproval({ workspaceId, id: runId }: Pick<ChangedRun, "workspaceId" | "id">): void {
  announce({ workspaceId, kind: "approval", data: { runId } });
}

/** Tells the process that runs the engine that there is something to sweep up. */
export function announceQueued(): void {
  announce({ workspaceId: "", kind: "queued", data: {} });
}
