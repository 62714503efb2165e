import { beginFailureRuns } from "@/lib/services/begin-failure-runs";
import { beginScheduledRuns } from "@/lib/services/begin-scheduled-runs";
import { settleWaits } from "@/lib/services/settle-waits";
import { endOverdue } from "@/lib/stores/cancellations";

/** What has to be seen to from time to time: schedules that are due, waits that are over, and runs that have taken too long. */
export async function settleRuns(): Promise<void> {
  await beginScheduledRuns();
  await settleWaits();
  for (const run of await endOverdue()) await beginFailureRuns(run, run.error);
}
