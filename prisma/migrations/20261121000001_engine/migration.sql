-- The embedded engine's runs, its queue and what they remember. Rows live only as long as their run;
-- events and results are text, since jsonb refuses NUL and changes numbers.

-- A run of a durable function that has not ended.
CREATE TABLE "engine_runs" (
    "id" UUID NOT NULL,
    "function_id" TEXT NOT NULL,
    -- The event that began it, as JSON.
    "event" TEXT NOT NULL,
    -- The execution version that the SDK chose; -1 until it has.
    "version" INTEGER NOT NULL DEFAULT -1,
    -- Whether the SDK must report new steps instead of running them at once: it runs several in parallel.
    "is_forced" BOOLEAN NOT NULL DEFAULT false,
    -- The parallel steps that must end before the function is called again.
    "pending" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    -- Grows with every change, so that a change made from an old reading is refused.
    "revision" INTEGER NOT NULL DEFAULT 0,
    -- Whose concurrency limit its calls count against, if any.
    "slot_key" TEXT NOT NULL DEFAULT '',
    "slot_limit" INTEGER NOT NULL DEFAULT 0,
    -- The run and step that invoked it and wait for its result.
    "parent_run_id" UUID,
    "parent_step_id" TEXT,
    CONSTRAINT "engine_runs_pkey" PRIMARY KEY ("id")
);

-- Something outstanding of a run: a call of its function, or the end of a sleep, a wait or an invocation.
CREATE TABLE "engine_jobs" (
    "run_id" UUID NOT NULL,
    -- The step, or `step` for a call that discovers what comes next.
    "step_id" TEXT NOT NULL,
    -- call, sleep, wait or invoke
    "kind" TEXT NOT NULL,
    "is_race" BOOLEAN NOT NULL DEFAULT false,
    -- Failed attempts so far.
    "attempt" INTEGER NOT NULL DEFAULT 0,
    -- When it may be claimed. A claim moves it to the lease's end, so that a dead process's jobs are simply due again.
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    -- The claim that holds it.
    "lease" UUID,
    "slot_key" TEXT NOT NULL DEFAULT '',
    "slot_limit" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "engine_jobs_pkey" PRIMARY KEY ("run_id", "step_id"),
    CONSTRAINT "engine_jobs_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "engine_jobs_slot_key_due_at_run_id_idx" ON "engine_jobs"("slot_key", "due_at", "run_id");

-- What a finished step gave, which later calls are told instead of running it again.
CREATE TABLE "engine_steps" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    -- The order in which steps finished.
    "position" BIGSERIAL NOT NULL,
    -- As the SDK reads it: JSON of `{ data }`, `{ error }` or null.
    "result" TEXT NOT NULL,
    CONSTRAINT "engine_steps_pkey" PRIMARY KEY ("run_id", "step_id"),
    CONSTRAINT "engine_steps_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- An event that a run listens for: to go on with a step, or to be cancelled.
CREATE TABLE "engine_waits" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    -- Where the arriving event must hold the value whose hash is `match_key`; empty when any will do.
    "path" TEXT NOT NULL,
    "match_key" UUID NOT NULL,
    -- What must be true in full; empty when nothing more.
    "expression" TEXT NOT NULL,
    "is_cancel" BOOLEAN NOT NULL,
    CONSTRAINT "engine_waits_pkey" PRIMARY KEY ("run_id", "step_id"),
    CONSTRAINT "engine_waits_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "engine_waits_event_path_match_key_idx" ON "engine_waits"("event", "path", "match_key");

-- Event ids and idempotency keys that have had their run.
CREATE TABLE "engine_dedupe_keys" (
    "key" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "engine_dedupe_keys_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "engine_dedupe_keys_expires_at_idx" ON "engine_dedupe_keys"("expires_at");

-- A queue's rows die young: without this, claims wade through the dead until a fifth of the table is.
ALTER TABLE "engine_jobs" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
