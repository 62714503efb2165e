import type { Id } from "@/lib/domain/ids";
import { markHandedOver } from "@/lib/stores/runs";

/** The event that asks for a run. Its id is the run's, so that asking twice is asking once. */
export const RUN_REQUESTED = "doorbell/run.requested";

export type RunRequest = { id: Id<"run">; name: typeof RUN_REQUESTED; data: { runId: Id<"run"> } };

/** Gives events to whichever engine runs the workflows. Rejects when it cannot take them. */
export type SendRequests = (requests: RunRequest[]) => Promise<unknown>;

/** Asks the engine for these runs, and notes that it knows of them. Doing it twice does no harm. */
export async function handOverRuns(runIds: Id<"run">[], send: SendRequests): Promise<void> {
  await send(runIds.map((id) => ({ id, name: RUN_REQUESTED, data: { runId: id } })));
  await markHandedOver(runIds);
}
