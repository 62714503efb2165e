import { createBatcher } from "@/lib/platform/batcher";
import { listen } from "@/lib/platform/live";
import { log } from "@/lib/platform/log";
import { handOverChanges, handOverRuns, type SendEvents } from "@/lib/services/hand-over";
import { settleRuns } from "@/lib/services/settle-runs";
import { findRunsToHandOver, findTurns, type QueuedRun } from "@/lib/stores/runs";

const BATCH_SIZE_MAX = 500;
const SWEEP_EVERY_MS = 1_000;
/** Younger runs are still on their way by themselves. */
const LEFT_BEHIND_AFTER_MS = 3_000;

export type Dispatcher = {
  /** Hands these runs over, soon and in company. Never fails: what does not arrive is swept up. */
  dispatch: (runs: QueuedRun[]) => void;
  stop: () => void;
};

/** Brings queued runs to the engine: at once what this process has written, and by sweeping what a crash left behind. */
export function startDispatcher(send: SendEvents): Dispatcher {
  const handOver = createBatcher<QueuedRun[], void>({
    flush: async (lists) => {
      await handOverRuns(lists.flat(), send);
      return lists.map(() => undefined);
    },
    batchSizeMax: BATCH_SIZE_MAX,
    inFlightMax: 1,
    waitingMax: 100_000,
  });
  const complain = (error: unknown) =>
    log.warn("Runs wait to be handed to the engine.", {
      reason: error instanceof Error ? error.message : String(error),
    });

  let isSweeping = false;
  async function sweep(olderThanMs: number): Promise<void> {
    if (isSweeping) return;
    isSweeping = true;
    try {
      await settleRuns();
      const runs = await findRunsToHandOver(Date.now() - olderThanMs, BATCH_SIZE_MAX);
      const turns = await findTurns(BATCH_SIZE_MAX);
      if (runs.length + turns.length > 0) await handOver([...runs, ...turns]);
      await handOverChanges(send);
    } catch (error) {
      complain(error);
    } finally {
      isSweeping = false;
    }
  }

  const timer = setInterval(() => sweep(LEFT_BEHIND_AFTER_MS), SWEEP_EVERY_MS);
  const stopListening = listen(({ kind }) => {
    if (kind === "queued") void sweep(0);
  });
  void sweep(0);
  return {
    dispatch: (runs) => {
      const free = runs.filter(({ lane }) => lane === null);
      if (free.length > 0) void handOver(free).catch(complain);
      if (free.length < runs.length) void sweep(0);
    },
    stop: () => {
      clearInterval(timer);
      stopListening();
    },
  };
}
