import type pg from "pg";
import type { Handler } from "@/lib/engine/embedded-client";
import type { Calls } from "@/lib/engine/protocol/calls";
import type { RegisteredFunctions } from "@/lib/engine/protocol/register-functions";
import type { Commits } from "@/lib/engine/queue/commits";

/** What the engine's parts share. */
export type EngineCore = {
  pool: pg.Pool;
  commits: Commits;
  calls: Calls;
  functions: RegisteredFunctions;
  handler: Handler;
  retryPauseMs: (attempt: number) => number;
  /** Says that jobs may have become due. */
  wake: () => void;
  /** Aborted once the engine has stopped. */
  stopped: AbortSignal;
};
