import type { Id } from "@/lib/domain/ids";
import { findCancelsToTell, markCancelsTold } from "@/lib/stores/cancellations";
import { markHandedOver } from "@/lib/stores/runs";
import { findWaitsToTell, markWaitsTold } from "@/lib/stores/waits";

/** The event that asks for a run. Its id is the run's, so that asking twice is asking once. */
export const RUN_REQUESTED = "doorbell/run.requested";
/** What a run waited for has happened. */
export const WAIT_ENDED = "doorbell/wait.ended";
export const RUN_CANCELLED = "doorbell/run.cancelled";

type RunEvent<Name extends string, Data> = { id?: string; name: Name; data: { runId: Id<"run"> } & Data };

export type EngineEvent =
  | RunEvent<typeof RUN_REQUESTED, unknown>
  | RunEvent<typeof WAIT_ENDED, { waitId: Id<"wait"> }>
  | RunEvent<typeof RUN_CANCELLED, unknown>;

/** Gives events to whichever engine runs the workflows. Rejects when it cannot take them. */
export type SendEvents = (events: EngineEvent[]) => Promise<unknown>;

/** Asks the engine for these runs, and notes that it knows of them. Doing it twice does no harm. */
export async function handOverRuns(found: Id<"run">[], send: SendEvents): Promise<void> {
  // In one order for all, so that two who hand over the same runs do not hold each other up.
  const runIds = found.toSorted();
  await send(runIds.map((id) => ({ id, name: RUN_REQUESTED, data: { runId: id } })));
  await markHandedOver(runIds);
}

const BATCH = 500;

/** Tells the engine of waits that have ended and of runs that were cancelled, until it has taken note. */
export async function handOverChanges(send: SendEvents, nowMs = Date.now()): Promise<void> {
  const waits = await findWaitsToTell(nowMs, BATCH);
  if (waits.length > 0) {
    // Without an id: a wait that had not begun when it was told of has to be told again.
    await send(waits.map(({ id, runId }) => ({ name: WAIT_ENDED, data: { runId, waitId: id } })));
    await markWaitsTold(
      waits.map(({ id }) => id),
      nowMs,
    );
  }
  const cancelled = await findCancelsToTell(BATCH);
  if (cancelled.length === 0) return;
  await send(cancelled.map((runId) => ({ name: RUN_CANCELLED, data: { runId } })));
  await markCancelsTold(cancelled);
}
