-- Every screen tells how many questions wait for an answer.
CREATE INDEX "waits_open_approvals_idx" ON "waits"("workspace_id", "id" DESC)
  WHERE "kind" = 'approval' AND "ended_at" IS NULL AND "closed_at" IS NULL;
