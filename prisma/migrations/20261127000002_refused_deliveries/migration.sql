-- What was not accepted is rare and looked for: refused, held, repeated. What was accepted pays nothing for it.
CREATE INDEX "deliveries_not_accepted_idx" ON "deliveries"("workspace_id", "id" DESC) WHERE "verdict" <> 'accepted';
