import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { Evaluated } from "@/lib/platform/sandbox/create-evaluator";
import { TOO_LONG } from "@/lib/platform/sandbox/explain-error";

export type Sandbox = {
  /** Runs code as the body of a function of `input`, which is JSON text. Rejects when too much is waiting already. */
  run: (source: string, input: string) => Promise<Evaluated>;
  /** Ends its threads. What is under way or waits is never answered. */
  close: () => Promise<unknown>;
};

type Options = {
  /** How many threads there are at most. They are started when they are needed. */
  threadsMax?: number;
  /** How long a thread may be busy with one job, before it is killed. */
  hangMs?: number;
  waitingMax?: number;
};

type Job = { source: string; input: string; settle: (evaluated: Evaluated) => void };
type Thread = { worker: Worker; isReady: boolean; job: Job | undefined; timer: NodeJS.Timeout | undefined };

const BROKE_DOWN = "The code brought its sandbox down, which has been made anew.";

/**
 * Runs code that members write, on threads of its own, so that none can hold up the server. A thread that does not answer in
 * time is killed, since there is native code that cannot be interrupted; another takes its place.
 */
export function createSandbox({ threadsMax = 2, hangMs = 1_500, waitingMax = 1_000 }: Options = {}): Sandbox {
  const threads = new Set<Thread>();
  const waiting: Job[] = [];

  function assign(): void {
    for (const thread of threads) {
      if (!thread.isReady || thread.job) continue;
      const job = waiting.shift();
      if (job) begin(thread, job);
      else thread.worker.unref();
    }
    const starting = [...threads].filter(({ isReady }) => !isReady).length;
    if (waiting.length > starting && threads.size < threadsMax) startThread();
  }

  function begin(thread: Thread, job: Job): void {
    thread.job = job;
    thread.worker.ref();
    thread.timer = setTimeout(() => drop(thread, { ok: false, message: TOO_LONG }), hangMs);
    thread.worker.postMessage({ source: job.source, input: job.input });
  }

  function startThread(): void {
    const thread: Thread = { worker: startWorker(), isReady: false, job: undefined, timer: undefined };
    threads.add(thread);
    thread.worker.on("message", (message: "ready" | Evaluated) => {
      if (message === "ready") thread.isReady = true;
      else end(thread, message);
      assign();
    });
    thread.worker.on("error", (error) => {
      log.error("A thread of the sandbox broke down.", error);
      drop(thread, { ok: false, message: BROKE_DOWN });
    });
  }

  function end(thread: Thread, evaluated: Evaluated): void {
    clearTimeout(thread.timer);
    thread.job?.settle(evaluated);
    thread.job = undefined;
  }

  /** One that breaks down before it is ready would do so again: what waits for it is told. */
  function drop(thread: Thread, evaluated: Evaluated): void {
    if (!threads.delete(thread)) return;
    if (!thread.isReady) waiting.shift()?.settle(evaluated);
    end(thread, evaluated);
    void thread.worker.terminate();
    assign();
  }

  return {
    run: (source, input) => {
      if (waiting.length >= waitingMax) return Promise.reject(new Error("Too much code waits for the sandbox."));
      return new Promise((settle) => {
        waiting.push({ source, input, settle });
        assign();
      });
    },
    close: () => Promise.all([...threads].map(({ worker }) => worker.terminate())),
  };
}

/** It has no environment to read. */
const THREAD: WorkerOptions = {
  env: {},
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 16 },
};

/** Where nothing is built, the thread reads its sources as the server does: it does not take over its loader. */
function startWorker(): Worker {
  if (env().NODE_ENV === "production") return new Worker(join(process.cwd(), ".build/sandbox-worker.mjs"), THREAD);
  const source = pathToFileURL(join(process.cwd(), "lib/platform/sandbox/sandbox-worker.ts"));
  const begin = `import("tsx/esm/api").then(({ register }) => { register(); return import("${source.href}"); });`;
  return new Worker(begin, { ...THREAD, eval: true });
}
