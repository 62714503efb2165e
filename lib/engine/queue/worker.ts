import type { EngineCore } from "@/lib/engine/engine-core";
import type { Announcer } from "@/lib/engine/queue/announcer";
import { type JobLoop, runJobLoop } from "@/lib/engine/queue/job-loop";
import { listenForWork } from "@/lib/engine/queue/listen-for-work";
import { performJob } from "@/lib/engine/runs/perform-job";
import { log } from "@/lib/platform/log";
import { type ClaimedJob, claimJobs } from "@/lib/stores/engine/claim-jobs";
import { extendLeases, releaseLeases } from "@/lib/stores/engine/leases";
import { deleteExpiredKeys, findNextDueMs, hasSlottedJobs } from "@/lib/stores/engine/tend-queue";

export type Worker = {
  /** Says that jobs may have become due, to this process and, when it has its hands full, to the others. */
  wake: () => void;
  stop: (drainMs: number) => Promise<void>;
};

type WorkerOptions = {
  announcer: Announcer;
  url: string;
  sender: string;
  slots: number;
  leaseMs: number;
  pollMs: number;
};

const TIDY_EVERY_MS = 60_000;
const KEYS_PER_TIDY = 5_000;
/** A place under a concurrency limit may become free in another process, which does not say so. */
const SLOTTED_POLL_MS = 1_000;

/** Performs what is due, keeps the leases of what it performs, and tidies up. */
export function startWorker(core: EngineCore, options: WorkerOptions): Worker {
  const { pool } = core;
  const { announcer, leaseMs, slots, sender, url } = options;
  const claimer = createClaimer(core, leaseMs);

  const loop = runJobLoop({
    slots,
    claim: claimer.claim,
    perform: async (job) => {
      await performJob(core, job);
      if (claimer.hasSlots()) loop.wake();
    },
    findNextDueMs: async () => {
      const dueMs = (await findNextDueMs(pool)) ?? options.pollMs;
      return Math.min(dueMs, claimer.hasSlots() ? SLOTTED_POLL_MS : options.pollMs);
    },
  });
  const listener = listenForWork({ url, sender, onWork: loop.wake });
  const timers = [
    setInterval(() => void keepLeases(core, loop, leaseMs), leaseMs / 3),
    setInterval(() => void tidy(core, claimer), TIDY_EVERY_MS),
  ];
  void tidy(core, claimer);

  return {
    wake: () => {
      loop.wake();
      if (loop.isFull()) announcer.announce();
    },
    stop: async (drainMs) => {
      const left = await loop.stop(drainMs);
      for (const timer of timers) clearInterval(timer);
      if (left.length > 0) await releaseLeases(pool, left);
      announcer.announce();
      await listener.close();
    },
  };
}

type Claimer = {
  claim: (limit: number) => Promise<ClaimedJob[]>;
  hasSlots: () => boolean;
  /** Looks for jobs under a limit that this process's functions do not have. */
  look: () => Promise<void>;
};

function createClaimer(core: EngineCore, leaseMs: number): Claimer {
  let hasSlots = [...core.functions.values()].some(({ concurrency }) => concurrency !== undefined);
  let isSlottedFirst = false;
  return {
    claim: (limit) => {
      isSlottedFirst = !isSlottedFirst;
      const turn = isSlottedFirst ? "first" : "last";
      return claimJobs(core.pool, { limit, leaseMs, slotted: hasSlots ? turn : "never" });
    },
    hasSlots: () => hasSlots,
    look: async () => {
      hasSlots ||= await hasSlottedJobs(core.pool);
    },
  };
}

async function keepLeases({ pool }: EngineCore, loop: JobLoop, leaseMs: number): Promise<void> {
  const held = loop.held();
  if (held.length === 0) return;
  await extendLeases(pool, held, leaseMs).catch((error: unknown) => {
    log.warn("The engine could not keep its leases.", { reason: String(error), jobs: held.length });
  });
}

async function tidy({ pool }: EngineCore, claimer: Claimer): Promise<void> {
  try {
    await claimer.look();
    for (let deleted = KEYS_PER_TIDY; deleted === KEYS_PER_TIDY; )
      deleted = await deleteExpiredKeys(pool, KEYS_PER_TIDY);
  } catch (error) {
    log.warn("The engine could not tidy up; it tries again later.", { reason: String(error) });
  }
}
