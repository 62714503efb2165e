import { randomUUID } from "node:crypto";
import type { Inngest } from "inngest";
import type pg from "pg";
import { createCalls } from "@/lib/engine/calls";
import { createCommits } from "@/lib/engine/commits";
import { deliverEvents } from "@/lib/engine/deliver-events";
import { createEmbeddedClient, type Handler } from "@/lib/engine/embedded-client";
import type { EngineCore } from "@/lib/engine/engine-core";
import { type JobLoop, runJobLoop } from "@/lib/engine/job-loop";
import { performJob } from "@/lib/engine/perform-job";
import { createServerFetch } from "@/lib/engine/receive-request";
import { registerFunctions } from "@/lib/engine/register-functions";
import { retryPauseMs } from "@/lib/engine/retry-pause";
import type { EngineEvent } from "@/lib/engine/start-runs";
import { openWorkChannel, type WorkChannel } from "@/lib/engine/work-channel";
import { createBatcher } from "@/lib/platform/batcher";
import { log } from "@/lib/platform/log";
import { claimJobs } from "@/lib/stores/engine/claim-jobs";
import { extendLeases, releaseLeases } from "@/lib/stores/engine/leases";
import { deleteExpiredKeys, findNextDueMs } from "@/lib/stores/engine/tend-queue";

export type Engine = {
  /** The client to make functions with, and to serve them with `serveEmbedded`. */
  client: Inngest;
  /** Learns the functions of a handler made by `serveEmbedded`, so that events can be sent. Refuses what it cannot run. */
  register: (handler: Handler) => Promise<void>;
  /** Registers the handler's functions and begins to perform runs. */
  start: (handler: Handler) => Promise<void>;
  /** Takes in events, which are safe on disk once it answers. Answers with their ids. */
  send: (events: EngineEvent[]) => Promise<string[]>;
  /** Says that jobs may have become due. */
  wake: () => void;
  /** Ends calls after the step that they are at, for up to `drainMs`; what is left is given back to be done again. */
  stop: (options: { drainMs: number }) => Promise<void>;
};

export type EngineOptions = {
  /** Names the functions' app. */
  appId?: string;
  pool: pg.Pool;
  /** The pool's database, for a connection that listens. */
  url: string;
  /** How many calls may run at once. They mostly wait for others, so it may be more than there are processors. */
  slots?: number;
  /** How long a process may be silent before its jobs are given to others, in ms. */
  leaseMs?: number;
  /** The longest pause between two looks at the queue, in ms. */
  pollMs?: number;
  retryPauseMs?: (attempt: number) => number;
};

const TIDY_EVERY_MS = 60_000;
const KEYS_PER_TIDY = 5_000;
const SEND_BATCHES = { batchSizeMax: 500, inFlightMax: 2, waitingMax: 100_000 };

/** A small executor of Inngest functions inside the app. It keeps its state in PostgreSQL; several processes may share it. */
export function createEngine(options: EngineOptions): Engine {
  const { pool, url, appId = "doorbell", slots = 64, leaseMs = 15_000, pollMs = 5_000 } = options;
  const sender = randomUUID();
  const commits = createCommits(pool);
  const core: EngineCore = {
    pool,
    commits,
    calls: createCalls(commits),
    functions: new Map(),
    handler: () => Promise.reject(new Error("The engine has not been started.")),
    retryPauseMs: options.retryPauseMs ?? retryPauseMs,
    wake: () => loop?.wake(),
  };
  let loop: JobLoop | undefined;
  let channel: WorkChannel | undefined;
  let refusal: unknown;
  const timers: NodeJS.Timeout[] = [];

  const sendOne = createBatcher({
    ...SEND_BATCHES,
    flush: async (batch: EngineEvent[]) => deliverEvents(core, batch),
  });

  async function send(events: EngineEvent[]): Promise<string[]> {
    const ids = await Promise.all(events.map(sendOne));
    channel?.announce();
    return ids;
  }

  const fetchInProcess = createServerFetch({
    register: (body) => {
      try {
        core.functions = registerFunctions(body);
      } catch (error) {
        // The SDK would pass on the message alone, inside a message of its own.
        refusal = error;
        throw error;
      }
    },
    send,
    checkpoint: (body) => core.calls.checkpoint(body),
  });

  async function register(handler: Handler): Promise<void> {
    core.handler = handler;
    const response = await handler({ method: "PUT", functionId: "", stepId: "", body: "{}" });
    if (response.status !== 200) throw refusal ?? new Error(`The functions cannot be registered: ${response.body}`);
  }

  async function start(handler: Handler): Promise<void> {
    await register(handler);
    const hasSlots = [...core.functions.values()].some(({ concurrency }) => concurrency !== undefined);
    const running = runJobLoop({
      slots,
      pollMs,
      claim: (limit) => claimJobs(pool, { limit, leaseMs, hasSlots }),
      perform: (job) => performJob(core, job),
      findNextDueMs: () => findNextDueMs(pool),
    });
    loop = running;
    channel = openWorkChannel({ pool, url, sender, onWork: running.wake });
    timers.push(
      setInterval(() => void keepLeases(running), leaseMs / 3),
      setInterval(() => void tidy(), TIDY_EVERY_MS),
    );
  }

  async function keepLeases(running: JobLoop): Promise<void> {
    const held = running.held();
    if (held.length === 0) return;
    await extendLeases(pool, held, leaseMs).catch((error: unknown) => {
      log.warn("The engine could not keep its leases.", { reason: String(error), jobs: held.length });
    });
  }

  async function tidy(): Promise<void> {
    try {
      while ((await deleteExpiredKeys(pool, KEYS_PER_TIDY)) === KEYS_PER_TIDY);
    } catch (error) {
      log.warn("The engine could not tidy up; it tries again later.", { reason: String(error) });
    }
  }

  async function stop({ drainMs }: { drainMs: number }): Promise<void> {
    core.calls.stopAtNextStep();
    const left = (await loop?.stop(drainMs)) ?? [];
    for (const timer of timers) clearInterval(timer);
    if (left.length > 0) await releaseLeases(pool, left);
    channel?.announce();
    await channel?.close();
  }

  const client = createEmbeddedClient({ id: appId, fetch: fetchInProcess });
  return { client, register, start, send, wake: core.wake, stop };
}
