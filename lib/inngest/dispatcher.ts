import type { Id } from "@/lib/domain/ids";
import { createBatcher } from "@/lib/platform/batcher";
import { listen } from "@/lib/platform/live";
import { localBudget } from "@/lib/platform/local-budget";
import { log } from "@/lib/platform/log";
import { handOverChanges, handOverRuns, type SendEvents } from "@/lib/services/hand-over";
import { settleRuns } from "@/lib/services/settle-runs";
import { findRunsToHandOver, findTurns, type QueuedRun } from "@/lib/stores/runs";

const BATCH_SIZE_MAX = 500;
const SWEEP_EVERY_MS = 1_000;
/** While runs wait for their turn. What was handed over at once is on record by then. */
const SWEEP_AGAIN_MS = 25;
const HANDED_OVER_BY_MS = 50;
/** Younger runs are still on their way by themselves. */
const LEFT_BEHIND_AFTER_MS = 3_000;
/**
 * How many runs of one workspace are with the engine at a time; the others wait. Fewer than the engine performs at once, so
 * that a run of another workspace finds a free place and no line.
 */
const UNDER_WAY_MAX = 48;
/** How many of one workspace go to the engine without a look at what is there already. Whoever asks for more gets in line. */
const AT_ONCE = { ratePerSecond: 100, burst: 16 };
/** For how long a line is kept up after it has moved or grown. */
const LINE_MS = 1_000;

export type Dispatcher = {
  /** Hands these runs over, soon and in company. Never fails: what does not arrive is swept up. */
  dispatch: (runs: QueuedRun[]) => void;
  stop: () => void;
};

/** Brings queued runs to the engine: at once what this process has written, and by sweeping what waits or was left behind. */
export function startDispatcher(send: SendEvents): Dispatcher {
  const handOver = createBatcher<Id<"run">[], void>({
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
  let soon: NodeJS.Timeout | undefined;
  let lineUntilMs = 0;
  const mayPass = passAtOnce();

  /** Beside those that go at once, which do not wait for it. */
  async function handOverFound(runIds: Id<"run">[]): Promise<number> {
    if (runIds.length > 0) await handOverRuns(runIds, send);
    return runIds.length;
  }

  async function sweep(olderThanMs: number): Promise<void> {
    if (isSweeping) return sweepSoon();
    isSweeping = true;
    try {
      const limits = { limit: BATCH_SIZE_MAX, underWayMax: UNDER_WAY_MAX };
      const [waiting] = await Promise.all([
        findRunsToHandOver(Date.now() - olderThanMs, limits).then(handOverFound),
        findTurns(BATCH_SIZE_MAX).then(handOverFound),
        handOverChanges(send),
      ]);
      // Where some had their turn, others may be waiting behind them, until those have ended.
      if (waiting > 0) lineUntilMs = Date.now() + LINE_MS;
      if (Date.now() < lineUntilMs) sweepSoon();
    } catch (error) {
      complain(error);
    } finally {
      isSweeping = false;
    }
  }

  function sweepSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined;
      void sweep(HANDED_OVER_BY_MS);
    }, SWEEP_AGAIN_MS);
  }

  const timer = setInterval(() => {
    void settleRuns().catch(complain);
    void sweep(LEFT_BEHIND_AFTER_MS);
  }, SWEEP_EVERY_MS);
  const stopListening = listen(({ kind }) => {
    if (kind === "queued") void sweep(0);
  });
  void sweep(0);
  return {
    dispatch: (runs) => {
      const nowMs = Date.now();
      const free = runs.filter(({ lane, workspaceId }) => lane === null && mayPass(workspaceId, nowMs));
      if (free.length > 0) void handOver(free.map(({ id }) => id)).catch(complain);
      if (free.length < runs.length) sweepSoon();
    },
    stop: () => {
      clearInterval(timer);
      clearTimeout(soon);
      stopListening();
    },
  };
}

/** Whether a run may go to the engine at once. A workspace that brings too many waits in line for a while, with all that it brings. */
function passAtOnce(): (workspaceId: string, nowMs: number) => boolean {
  const atOnce = localBudget(AT_ONCE);
  const inLineUntilMs = new Map<string, number>();
  return (workspaceId, nowMs) => {
    if ((inLineUntilMs.get(workspaceId) ?? 0) > nowMs) return false;
    inLineUntilMs.delete(workspaceId);
    if (atOnce(workspaceId, nowMs).ok) return true;
    inLineUntilMs.set(workspaceId, nowMs + LINE_MS);
    return false;
  };
}
