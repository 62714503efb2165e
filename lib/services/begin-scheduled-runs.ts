import { newId } from "@/lib/domain/ids";
import { nextTime } from "@/lib/domain/workflow/schedule";
import { takeDueSchedules } from "@/lib/stores/workflow-triggers";

/**
 * Begins a run for each schedule that is due. Moments that passed while nothing ran, or while the workflow was paused, are
 * one run, not many.
 */
export async function beginScheduledRuns(nowMs = Date.now()): Promise<number> {
  return takeDueSchedules(({ workflowId, nodeId, version, config, dueAt }) => ({
    run: {
      id: newId("run", nowMs),
      workflowId,
      nodeId,
      version,
      cause: "schedule",
      input: { body: {}, scheduledFor: dueAt.toISOString() },
    },
    nextAt: nextTime(config, nowMs),
  }));
}
