-- People and what they share

CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

CREATE TABLE "members" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "members_pkey" PRIMARY KEY ("workspace_id", "user_id")
);
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");
CREATE INDEX "api_keys_workspace_id_idx" ON "api_keys"("workspace_id");

-- What people make

CREATE TABLE "endpoints" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "token_sealed" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'active',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    CONSTRAINT "endpoints_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "endpoints_token_hash_key" ON "endpoints"("token_hash");
CREATE INDEX "endpoints_workspace_id_id_idx" ON "endpoints"("workspace_id", "id");

CREATE TABLE "signing_secrets" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "value_sealed" BYTEA NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "signing_secrets_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "signing_secrets_endpoint_id_idx" ON "signing_secrets"("endpoint_id");

CREATE TABLE "workflows" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "draft" JSON NOT NULL,
    "draft_revision" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'active',
    "published_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    CONSTRAINT "workflows_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "workflows_workspace_id_id_idx" ON "workflows"("workspace_id", "id");

CREATE TABLE "workflow_versions" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "graph" JSON NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "workflow_versions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "workflow_versions_workflow_id_number_key" ON "workflow_versions"("workflow_id", "number");

CREATE TABLE "subscriptions" (
    "workspace_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "event_types" TEXT[],
    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("endpoint_id", "workflow_id", "node_id")
);
CREATE INDEX "subscriptions_workflow_id_idx" ON "subscriptions"("workflow_id");

-- The log: partitioned by day on the id, which is a UUIDv7 and so begins with the time.
-- No foreign keys among these: a day's partition can then be dropped at once.

CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "headers" JSON NOT NULL,
    "content_type" TEXT NOT NULL,
    "body_bytes" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "event_type" TEXT,
    "event_id" TEXT,
    "status" INTEGER NOT NULL,
    "duration_ms" REAL NOT NULL,
    "secret_id" UUID,
    "duplicate_of" UUID,
    "checks" JSON NOT NULL,
    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE INDEX "deliveries_workspace_id_id_idx" ON "deliveries"("workspace_id", "id" DESC);
CREATE INDEX "deliveries_endpoint_id_id_idx" ON "deliveries"("endpoint_id", "id" DESC);

CREATE TABLE "delivery_bodies" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    CONSTRAINT "delivery_bodies_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

CREATE TABLE "dedupe_keys" (
    "endpoint_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "delivery_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "dedupe_keys_pkey" PRIMARY KEY ("endpoint_id", "key_hash")
);
CREATE INDEX "dedupe_keys_expires_at_idx" ON "dedupe_keys"("expires_at");

CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "delivery_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "handed_over" BOOLEAN NOT NULL DEFAULT false,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE INDEX "runs_workspace_id_id_idx" ON "runs"("workspace_id", "id" DESC);
CREATE INDEX "runs_workflow_id_id_idx" ON "runs"("workflow_id", "id" DESC);
CREATE INDEX "runs_delivery_id_idx" ON "runs"("delivery_id");
-- What the sweeper looks for: few rows at any time.
CREATE INDEX "runs_to_hand_over_idx" ON "runs"("id") WHERE "status" = 'queued' AND NOT "handed_over";

CREATE TABLE "steps" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "port" TEXT,
    "input" JSON,
    "output" JSON,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "steps_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE INDEX "steps_run_id_idx" ON "steps"("run_id");

CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" REAL,
    "request" JSON NOT NULL,
    "response" JSON,
    "error" TEXT,
    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE INDEX "attempts_run_id_idx" ON "attempts"("run_id");

-- A day's partitions live in a schema of their own, out of the way of tools that compare the tables with schema.prisma.
CREATE SCHEMA "log_days";

-- The smallest UUIDv7 of a day.
CREATE FUNCTION "log_days"."first_id"("day" DATE) RETURNS UUID LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM "day")::bigint) * 1000), 12, '0') || '00000000000000000000')::uuid
$$;

-- Makes the partitions of a number of days, from a day on, where they are missing.
CREATE FUNCTION "log_days"."prepare"("from_day" DATE, "days" INTEGER) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    "log" TEXT;
    "day" DATE;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('log_days.prepare'));
    FOREACH "log" IN ARRAY ARRAY['deliveries', 'delivery_bodies', 'runs', 'steps', 'attempts'] LOOP
        FOR "day" IN SELECT "from_day" + generate_series(0, "days" - 1) LOOP
            IF to_regclass(format('log_days.%I', "log" || to_char("day", '_YYYYMMDD'))) IS NULL THEN
                EXECUTE format('CREATE TABLE log_days.%I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                    "log" || to_char("day", '_YYYYMMDD'), "log", log_days.first_id("day"), log_days.first_id("day" + 1));
            END IF;
        END LOOP;
    END LOOP;
END
$$;

-- Where rows go whose day nobody prepared, as when a clock is far off.
CREATE TABLE "log_days"."deliveries_other" PARTITION OF "deliveries" DEFAULT;
CREATE TABLE "log_days"."delivery_bodies_other" PARTITION OF "delivery_bodies" DEFAULT;
CREATE TABLE "log_days"."runs_other" PARTITION OF "runs" DEFAULT;
CREATE TABLE "log_days"."steps_other" PARTITION OF "steps" DEFAULT;
CREATE TABLE "log_days"."attempts_other" PARTITION OF "attempts" DEFAULT;

-- Budgets are cheap to lose and dear to log.
CREATE UNLOGGED TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "whole_at" TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "endpoints" ADD CONSTRAINT "endpoints_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "signing_secrets" ADD CONSTRAINT "signing_secrets_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "workflows" ADD CONSTRAINT "workflows_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "workflow_versions" ADD CONSTRAINT "workflow_versions_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflows"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflows"("id") ON DELETE CASCADE ON UPDATE CASCADE;
