-- An address can be replaced while the one before it works on: several tokens may lead to one endpoint.

CREATE TABLE "endpoint_tokens" (
    "token_hash" BYTEA NOT NULL,
    "workspace_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "retires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "endpoint_tokens_pkey" PRIMARY KEY ("token_hash")
);
INSERT INTO "endpoint_tokens" ("token_hash", "workspace_id", "endpoint_id", "created_at")
SELECT "token_hash", "workspace_id", "id", "created_at" FROM "endpoints";

CREATE INDEX "endpoint_tokens_endpoint_id_idx" ON "endpoint_tokens"("endpoint_id");
ALTER TABLE "endpoint_tokens" ADD CONSTRAINT "endpoint_tokens_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX "endpoints_token_hash_key";
ALTER TABLE "endpoints" DROP COLUMN "token_hash";
