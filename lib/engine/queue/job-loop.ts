import { setTimeout as pause } from "node:timers/promises";
import { backOffMs } from "@/lib/engine/queue/keep-trying";
import { log } from "@/lib/platform/log";
import type { ClaimedJob } from "@/lib/stores/engine/claim-jobs";

export type JobLoop = {
  /** Says that jobs may have become due. */
  wake: () => void;
  /** Claims no more, waits for what runs for up to `drainMs`, and answers with what is still claimed. */
  stop: (drainMs: number) => Promise<ClaimedJob[]>;
  /** The jobs that are being performed. */
  held: () => ClaimedJob[];
  isFull: () => boolean;
};

type JobLoopOptions = {
  /** How many jobs may be performed at once. */
  slots: number;
  claim: (limit: number) => Promise<ClaimedJob[]>;
  perform: (job: ClaimedJob) => Promise<void>;
  /** How long to wait, at most, before looking for due jobs unasked, in ms. */
  findNextDueMs: () => Promise<number>;
};

/** With fewer places free than this part of all, a claim waits a moment for more, so that one statement fills several. */
const FREE_PART = 1 / 4;
const GATHER_MS = 4;

/** Keeps claiming due jobs and performing them, a batch at a time, as long as places are free. */
export function runJobLoop(options: JobLoopOptions): JobLoop {
  const held = new Set<ClaimedJob>();
  const unbegun: ClaimedJob[] = [];
  let isHungry = true;
  let isClaiming = false;
  let isStopped = false;
  let isOver = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function wake(): void {
    isHungry = true;
    claimSoon();
  }

  function claimSoon(): void {
    const free = options.slots - held.size;
    if (isStopped || isClaiming || !isHungry || free === 0) return;
    if (free >= options.slots * FREE_PART) void claim();
    else lookAfter(GATHER_MS);
  }

  /** Looks at the earliest of the times asked for. */
  function lookAfter(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isHungry = true;
      void claim();
    }, delayMs);
  }

  async function claim(): Promise<void> {
    const limit = options.slots - held.size;
    if (isStopped || isClaiming || limit === 0) return;
    isClaiming = true;
    isHungry = false;
    clearTimeout(timer);
    try {
      const jobs = await options.claim(limit);
      if (isStopped) unbegun.push(...jobs);
      else for (const job of jobs) void perform(job);
      if (jobs.length === limit) isHungry = true;
      else if (!isHungry) await sleepUntilDue();
      recover();
    } catch (error) {
      fail(error);
    } finally {
      isClaiming = false;
    }
    claimSoon();
  }

  async function sleepUntilDue(): Promise<void> {
    const dueMs = await options.findNextDueMs();
    if (!isStopped) lookAfter(Math.max(0, dueMs));
  }

  function fail(error: unknown): void {
    if (failures === 0) log.warn("The engine cannot reach its queue; it tries again.", { reason: String(error) });
    if (!isStopped) lookAfter(backOffMs(failures));
    failures += 1;
  }

  function recover(): void {
    if (failures > 0) log.info("The engine has reached its queue again.", { failures });
    failures = 0;
  }

  async function perform(job: ClaimedJob): Promise<void> {
    held.add(job);
    try {
      await options.perform(job);
    } catch (error) {
      // The job's lease runs out, and it is claimed again. A stopped engine has given it back already.
      if (!isOver) log.error("A job of the engine failed.", error, { run: job.runId, function: job.functionId });
    } finally {
      held.delete(job);
      claimSoon();
    }
  }

  async function stop(drainMs: number): Promise<ClaimedJob[]> {
    isStopped = true;
    clearTimeout(timer);
    const deadlineMs = Date.now() + drainMs;
    while ((held.size > 0 || isClaiming) && Date.now() < deadlineMs) await pause(20);
    isOver = true;
    return [...held, ...unbegun];
  }

  claimSoon();
  return { wake, stop, held: () => [...held], isFull: () => held.size >= options.slots };
}
