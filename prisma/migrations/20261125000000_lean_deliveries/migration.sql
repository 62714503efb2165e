-- A delivery and its bytes are one row, found by its workspace and id: one insert and two indexes in place of five.

ALTER TABLE "deliveries" ADD COLUMN "body" BYTEA NOT NULL DEFAULT '';
UPDATE "deliveries" SET "body" = "delivery_bodies"."body"
FROM "delivery_bodies" WHERE "delivery_bodies"."id" = "deliveries"."id";
ALTER TABLE "deliveries" ALTER COLUMN "body" DROP DEFAULT;
DROP TABLE "delivery_bodies";

DROP INDEX "deliveries_workspace_id_id_idx";
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_pkey";
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_pkey" PRIMARY KEY ("workspace_id", "id");

-- Endpoint and event id become one hash of 16 bytes: see lib/services/ingest-delivery.ts.
ALTER TABLE "dedupe_keys" ADD COLUMN "key" UUID;
UPDATE "dedupe_keys" SET "key" = encode(substring(sha256(convert_to("dedupe_keys"."endpoint_id"::text || ' ' || "deliveries"."event_id", 'UTF8')) FOR 16), 'hex')::uuid
FROM "deliveries" WHERE "deliveries"."id" = "dedupe_keys"."delivery_id";
DELETE FROM "dedupe_keys" WHERE "key" IS NULL;
DROP INDEX "dedupe_keys_expires_at_idx";
ALTER TABLE "dedupe_keys" DROP CONSTRAINT "dedupe_keys_pkey";
ALTER TABLE "dedupe_keys" DROP COLUMN "endpoint_id", DROP COLUMN "key_hash";
ALTER TABLE "dedupe_keys" ADD CONSTRAINT "dedupe_keys_pkey" PRIMARY KEY ("key");
-- For the sweeper alone, and free for the door.
CREATE INDEX "dedupe_keys_expires_at_idx" ON "dedupe_keys" USING BRIN ("expires_at");

CREATE OR REPLACE FUNCTION "log_days"."prepare"("from_day" DATE, "days" INTEGER) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    "log" TEXT;
    "day" DATE;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('log_days.prepare'));
    FOREACH "log" IN ARRAY ARRAY['deliveries', 'runs', 'steps', 'attempts'] LOOP
        FOR "day" IN SELECT "from_day" + generate_series(0, "days" - 1) LOOP
            IF to_regclass(format('log_days.%I', "log" || to_char("day", '_YYYYMMDD'))) IS NULL THEN
                EXECUTE format('CREATE TABLE log_days.%I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                    "log" || to_char("day", '_YYYYMMDD'), "log", log_days.first_id("day"), log_days.first_id("day" + 1));
            END IF;
        END LOOP;
    END LOOP;
END
$$;
