import { serveEmbedded } from "@/lib/engine/embedded-client";
import { createEngine } from "@/lib/engine/engine";
import { startDispatcher } from "@/lib/inngest/dispatcher";
import { createRunWorkflow } from "@/lib/inngest/run-workflow";
import { databaseUrl, pool } from "@/lib/platform/db";
import { usesInngestServer } from "@/lib/platform/env";
import { APP_ID, inngest } from "@/lib/platform/inngest";
import { releaseAllLeases } from "@/lib/stores/engine/leases";
import type { QueuedRun } from "@/lib/stores/runs";

/** Whatever runs the workflows of this process. */
export type Runner = {
  /** Asks for these runs. Never fails. */
  dispatch: (runs: QueuedRun[]) => void;
  /** Waits for steps that are under way, at most so long. */
  stop: (drainMs: number) => Promise<void>;
};

/**
 * Starts what brings queued runs to a real Inngest, when one is configured, and otherwise the embedded engine with it.
 * A process that has the database to itself need not wait for the leases of one that was killed.
 */
export async function startRunner({ isAlone = false } = {}): Promise<Runner> {
  if (usesInngestServer()) {
    const dispatcher = startDispatcher((events) => inngest().send(events));
    return { dispatch: dispatcher.dispatch, stop: async () => dispatcher.stop() };
  }
  if (isAlone) await releaseAllLeases(pool());
  const engine = createEngine({ appId: APP_ID, url: databaseUrl(), retryPauseMs });
  await engine.start(serveEmbedded({ client: engine.client, functions: [createRunWorkflow(engine.client)] }));
  const dispatcher = startDispatcher((events) => engine.send(events));
  return {
    dispatch: dispatcher.dispatch,
    stop: async (drainMs) => {
      dispatcher.stop();
      await engine.stop({ drainMs });
    },
  };
}

/**
 * A step asks for its own tries. What interrupts it besides is trouble of ours, such as a database that was away: mostly it is
 * soon over, and otherwise there is time for a person to come.
 */
const PAUSES_S = [1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600];
const JITTER = 0.5;

function retryPauseMs(attempt: number): number {
  const pauseS = PAUSES_S[Math.min(attempt, PAUSES_S.length - 1)] ?? 0;
  return pauseS * 1_000 * (1 + JITTER * Math.random());
}
