-- The embedded engine's runs, its queue and what they remember. Rows live only as long as their run;
-- events and results are text, since jsonb refuses NUL and changes numbers.

CREATE TABLE "engine_runs" (
    "id" UUID NOT NULL,
    "function_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT -1,
    "is_forced" BOOLEAN NOT NULL DEFAULT false,
    "pending" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 0,
    "slot_key" TEXT NOT NULL DEFAULT '',
    "slot_limit" INTEGER NOT NULL DEFAULT 0,
    "parent_run_id" UUID,
    "parent_step_id" TEXT,
    CONSTRAINT "engine_runs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "engine_jobs" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "is_race" BOOLEAN NOT NULL DEFAULT false,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "lease" UUID,
    "slot_key" TEXT NOT NULL DEFAULT '',
    "slot_limit" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "engine_jobs_pkey" PRIMARY KEY ("run_id", "step_id"),
    CONSTRAINT "engine_jobs_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "engine_jobs_slot_key_due_at_run_id_idx" ON "engine_jobs"("slot_key", "due_at", "run_id");

CREATE TABLE "engine_steps" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "result" TEXT NOT NULL,
    CONSTRAINT "engine_steps_pkey" PRIMARY KEY ("run_id", "step_id"),
    CONSTRAINT "engine_steps_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "engine_waits" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "match_key" UUID NOT NULL,
    "expression" TEXT NOT NULL,
    "is_cancel" BOOLEAN NOT NULL,
    CONSTRAINT "engine_waits_pkey" PRIMARY KEY ("run_id", "step_id"),
    CONSTRAINT "engine_waits_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "engine_waits_event_path_match_key_idx" ON "engine_waits"("event", "path", "match_key");

CREATE TABLE "engine_dedupe_keys" (
    "key" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "engine_dedupe_keys_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "engine_dedupe_keys_expires_at_idx" ON "engine_dedupe_keys"("expires_at");

-- A queue's rows die young: without this, claims wade through the dead until a fifth of the table is.
ALTER TABLE "engine_jobs" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
