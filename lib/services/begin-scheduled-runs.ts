import { readScheduleConfig } from "@/lib/catalog/nodes/triggers/schedule";
import { newId } from "@/lib/domain/ids";
import { nextTimes, type Schedule } from "@/lib/domain/schedules/cron";
import { laneOf } from "@/lib/domain/workflow/lane";
import { readVersionGraph } from "@/lib/stores/version-graphs";
import { takeDueSchedules } from "@/lib/stores/workflow-triggers";

/**
 * Begins a run for each schedule that is due. Moments that passed while nothing ran, or while the workflow was paused, are
 * one run, not many.
 */
export async function beginScheduledRuns(nowMs = Date.now()): Promise<number> {
  return takeDueSchedules(async ({ workflowId, nodeId, version, config, dueAt }) => {
    const { settings } = await readVersionGraph(workflowId, version);
    const input = { body: {}, scheduledFor: dueAt.toISOString() };
    const lane = laneOf(workflowId, settings?.concurrency, () => input);
    return {
      run: { id: newId("run", nowMs), workflowId, nodeId, version, cause: "schedule", input, lane },
      nextAt: nextTime(readScheduleConfig(config), nowMs),
    };
  });
}

/** The first moment after another at which a schedule is due; null when it never is again. */
export function nextTime(schedule: Schedule | undefined, afterMs: number): Date | null {
  const [next] = schedule ? nextTimes(schedule, afterMs, 1) : [];
  return next === undefined ? null : new Date(next);
}
