-- What went wrong at the door, told together where much of the same came within seconds.
CREATE TABLE "security_events" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "detail" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "security_events_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "security_events_endpoint_id_id_idx" ON "security_events"("endpoint_id", "id" DESC);

-- From where an endpoint has been rung with a proof.
CREATE TABLE "known_addresses" (
    "endpoint_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "known_addresses_pkey" PRIMARY KEY ("endpoint_id", "address")
);
