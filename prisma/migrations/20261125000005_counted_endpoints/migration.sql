-- How many deliveries an endpoint has taken that ends after so many of them.
ALTER TABLE "endpoints" ADD COLUMN "deliveries_taken" INTEGER NOT NULL DEFAULT 0;
