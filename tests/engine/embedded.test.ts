import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveEmbedded } from "@/lib/engine/embedded-client";
import { createEngine, type Engine } from "@/lib/engine/engine";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { SCENARIOS } from "./scenarios/every-scenario";
import { setStage } from "./stage";

let database: TestDatabase;
let pool: pg.Pool;
let engine: Engine;
let stage: ReturnType<typeof setStage>;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 10 });
  engine = createEngine({ url: database.url, appId: "scenarios" });
  stage = setStage(engine.client);
  const functions = [stage.listener, ...SCENARIOS.flatMap((scenario) => scenario.functions(stage.shared))];
  await engine.start(serveEmbedded({ client: engine.client, functions }));
});

afterAll(async () => {
  await engine.stop({ drainMs: 1_000 });
  await pool.end();
  await database.drop();
});

describe.concurrent("the embedded engine", () => {
  test.for(SCENARIOS)("$name", async (scenario) => {
    await scenario.play(stage.begin());
  });
});

test("when all runs have ended, nothing is left of them but the keys against repeats", async () => {
  const left = ["engine_runs", "engine_jobs", "engine_steps", "engine_waits"].map((table) => `SELECT FROM ${table}`);
  const countRows = async () => (await pool.query(left.join(" UNION ALL "))).rowCount;
  await expect.poll(countRows, { timeout: 5_000 }).toBe(0);
});
