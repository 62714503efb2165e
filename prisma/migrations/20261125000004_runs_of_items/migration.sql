-- Which event of a delivery that carries several a run is for, counting from 0.
ALTER TABLE "runs" ADD COLUMN "item" INTEGER;
