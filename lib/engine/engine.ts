import { randomUUID } from "node:crypto";
import type { Inngest } from "inngest";
import type pg from "pg";
import { createEmbeddedClient, type Handler } from "@/lib/engine/embedded-client";
import type { EngineCore } from "@/lib/engine/engine-core";
import { createCalls } from "@/lib/engine/protocol/calls";
import { createServerFetch } from "@/lib/engine/protocol/receive-request";
import { registerFunctions } from "@/lib/engine/protocol/register-functions";
import { retryPauseMs } from "@/lib/engine/protocol/retry-pause";
import { createAnnouncer } from "@/lib/engine/queue/announcer";
import { createCommits } from "@/lib/engine/queue/commits";
import { startWorker, type Worker } from "@/lib/engine/queue/worker";
import { deliverEvents } from "@/lib/engine/runs/deliver-events";
import type { EngineEvent } from "@/lib/engine/runs/start-runs";
import { createBatcher } from "@/lib/platform/batcher";
import { openEnginePool } from "@/lib/platform/engine-connections";

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
  /** The database. The engine opens connections of its own: one to listen, and so many to work. */
  url: string;
  connectionsMax?: number;
  /** Names the functions' app. */
  appId?: string;
  /** How many calls may run at once. They mostly wait for others, so it may be more than there are processors. */
  slots?: number;
  /** How long a process may be silent before its jobs are given to others, in ms. */
  leaseMs?: number;
  /** The longest pause between two looks at the queue, in ms. */
  pollMs?: number;
  /** The pause after a failed attempt that asks for none, counting attempts from 0, in ms. */
  retryPauseMs?: (attempt: number) => number;
};

const SEND_BATCHES = { batchSizeMax: 500, inFlightMax: 2, waitingMax: 100_000 };

/** A small executor of Inngest functions inside the app. It keeps its state in PostgreSQL; several processes may share it. */
export function createEngine(options: EngineOptions): Engine {
  const { url, connectionsMax = 6, appId = "doorbell", slots = 64, leaseMs = 15_000, pollMs = 5_000 } = options;
  const sender = randomUUID();
  const stopping = new AbortController();
  let worker: Worker | undefined;
  const core: EngineCore = {
    ...openCommits(openEnginePool(url, connectionsMax)),
    functions: new Map(),
    handler: () => Promise.reject(new Error("The engine has not been started.")),
    retryPauseMs: options.retryPauseMs ?? retryPauseMs,
    wake: () => worker?.wake(),
    stopped: stopping.signal,
  };
  const announcer = createAnnouncer(core.pool, sender);

  const deliver = createBatcher({ ...SEND_BATCHES, flush: (events: EngineEvent[]) => deliverEvents(core, events) });
  async function send(events: EngineEvent[]): Promise<string[]> {
    const ids = await Promise.all(events.map(deliver));
    announcer.announce();
    return ids;
  }

  let refusal: unknown;
  const answerSdk = createServerFetch({
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
    checkpoint: core.calls.checkpoint,
  });

  async function register(handler: Handler): Promise<void> {
    core.handler = handler;
    const response = await handler({ method: "PUT", functionId: "", stepId: "", body: "{}" });
    if (response.status !== 200) throw refusal ?? new Error(`The functions cannot be registered: ${response.body}`);
  }

  async function start(handler: Handler): Promise<void> {
    await register(handler);
    worker = startWorker(core, { announcer, url, slots, leaseMs, pollMs, sender });
  }

  async function stop({ drainMs }: { drainMs: number }): Promise<void> {
    core.calls.stopAtNextStep();
    await worker?.stop(drainMs);
    stopping.abort();
    await announcer.close();
    await core.pool.end();
  }

  const client = createEmbeddedClient({ id: appId, fetch: answerSdk });
  return { client, register, start, send, wake: core.wake, stop };
}

function openCommits(pool: pg.Pool): Pick<EngineCore, "pool" | "commits" | "calls"> {
  const commits = createCommits(pool);
  return { pool, commits, calls: createCalls(commits) };
}
