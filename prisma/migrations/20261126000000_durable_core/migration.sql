-- Runs that no delivery began, runs of runs, and runs that try again.
ALTER TABLE "runs" ALTER COLUMN "delivery_id" DROP NOT NULL;
ALTER TABLE "runs"
    ADD COLUMN "cause" TEXT NOT NULL DEFAULT 'delivery',
    ADD COLUMN "input" JSON,
    ADD COLUMN "output" JSON,
    ADD COLUMN "root_id" UUID,
    ADD COLUMN "parent_run_id" UUID,
    ADD COLUMN "parent_node_id" TEXT,
    ADD COLUMN "loop_item" INTEGER,
    ADD COLUMN "retry_of" UUID,
    ADD COLUMN "replay_id" UUID,
    ADD COLUMN "due_at" TIMESTAMPTZ(3),
    ADD COLUMN "lane_limit" INTEGER,
    ADD COLUMN "lane_key" TEXT,
    ADD COLUMN "deadline_at" TIMESTAMPTZ(3),
    ADD COLUMN "cancel_told" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "runs_parent_run_id_idx" ON "runs"("parent_run_id") WHERE "parent_run_id" IS NOT NULL;
CREATE INDEX "runs_replay_id_idx" ON "runs"("replay_id") WHERE "replay_id" IS NOT NULL;
-- Every workspace gets its turn: what waits and what is under way is found by workspace.
DROP INDEX "runs_to_hand_over_idx";
CREATE INDEX "runs_to_hand_over_idx" ON "runs"("workspace_id", "id") WHERE "status" = 'queued' AND NOT "handed_over";
CREATE INDEX "runs_under_way_idx" ON "runs"("workspace_id") WHERE "handed_over" AND "status" IN ('queued', 'running');
CREATE INDEX "runs_lane_key_idx" ON "runs"("lane_key") WHERE "lane_key" IS NOT NULL AND "ended_at" IS NULL;
CREATE INDEX "runs_cancelled_idx" ON "runs"("id") WHERE "status" = 'cancelled' AND NOT "cancel_told";
CREATE INDEX "runs_deadline_at_idx" ON "runs"("deadline_at") WHERE "deadline_at" IS NOT NULL AND "ended_at" IS NULL;
-- The ledger of effects: what has been sent under a key.
CREATE INDEX "attempts_idempotency_key_idx" ON "attempts"("idempotency_key");

-- What a run waits for that somebody else does.
CREATE TABLE "waits" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "endpoint_id" UUID,
    "asked" JSON NOT NULL,
    "token_hash" BYTEA,
    "scanned_to" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" JSON,
    "told_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "waits_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "waits_workspace_id_id_idx" ON "waits"("workspace_id", "id" DESC);
CREATE INDEX "waits_run_id_idx" ON "waits"("run_id");
CREATE INDEX "waits_open_idx" ON "waits"("endpoint_id") WHERE "ended_at" IS NULL;
CREATE INDEX "waits_to_tell_idx" ON "waits"("ended_at") WHERE "ended_at" IS NOT NULL AND "closed_at" IS NULL;
CREATE UNIQUE INDEX "waits_token_hash_idx" ON "waits"("token_hash");

-- Saved credentials that actions use.
CREATE TABLE "connections" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSON NOT NULL DEFAULT '{}',
    "secrets_sealed" BYTEA NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "connections_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "connections_workspace_id_id_idx" ON "connections"("workspace_id", "id" DESC);
ALTER TABLE "connections" ADD CONSTRAINT "connections_workspace_id_fkey"
    FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What workflows remember between runs.
CREATE TABLE "stored_values" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSON NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "stored_values_pkey" PRIMARY KEY ("workspace_id", "key")
);

-- What a workflow has answered to a sender who waits.
CREATE TABLE "replies" (
    "delivery_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "status" INTEGER NOT NULL,
    "content_type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "replies_pkey" PRIMARY KEY ("delivery_id")
);

-- What else starts a running version than a delivery: a clock, a person, another workflow's failure.
CREATE TABLE "workflow_triggers" (
    "workspace_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "config" JSON NOT NULL DEFAULT '{}',
    "watched_id" UUID,
    "next_at" TIMESTAMPTZ(3),
    CONSTRAINT "workflow_triggers_pkey" PRIMARY KEY ("workflow_id", "node_id")
);
CREATE INDEX "workflow_triggers_next_at_idx" ON "workflow_triggers"("next_at");
CREATE INDEX "workflow_triggers_failure_idx" ON "workflow_triggers"("workspace_id") WHERE "kind" = 'failure';
ALTER TABLE "workflow_triggers" ADD CONSTRAINT "workflow_triggers_workflow_id_fkey"
    FOREIGN KEY ("workflow_id") REFERENCES "workflows"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How long the sender of an endpoint waits for a workflow's own reply; how many of its runs may run at once.
ALTER TABLE "subscriptions" ADD COLUMN "reply_within_ms" INTEGER, ADD COLUMN "concurrency" JSON;
