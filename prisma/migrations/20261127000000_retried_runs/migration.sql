-- Which runs tried a run again: asked whenever somebody looks at it.
CREATE INDEX "runs_retry_of_idx" ON "runs"("retry_of") WHERE "retry_of" IS NOT NULL;
