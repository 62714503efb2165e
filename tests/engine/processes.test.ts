import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serveEmbedded } from "@/lib/engine/embedded-client";
import { createEngine } from "@/lib/engine/engine";
import { createTestDatabase, type TestDatabase } from "../support/database";

const CHILD = fileURLToPath(new URL("engine-child.ts", import.meta.url));
const STEPS = ["go", "bread", "milk", "return"];
const PATIENCE = { timeout: 25_000, interval: 100 };

let database: TestDatabase;
let pool: pg.Pool;
let children: ChildProcess[];

beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  // A connection that is ending may still hear that its database goes.
  pool.on("error", () => {});
  await pool.query("CREATE TABLE effects (errand text, step text, process int)");
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await pool.end();
  await database.drop();
});

describe("processes that share one database", { timeout: 60_000 }, () => {
  test("a killed process's runs are taken up by another, which runs no step again that was known to be done", async () => {
    const first = await startChild();
    await sendErrands(40);
    await expect.poll(() => countEffects("bread"), PATIENCE).toBeGreaterThan(10);
    first.kill("SIGKILL");
    await once(first, "exit");

    await startChild();
    await expect.poll(() => countEffects("end"), PATIENCE).toBe(40);
    const repeated = await listRepeated();
    // What was under way in the killed process's eight places was not known to be done.
    expect(repeated.length).toBeLessThanOrEqual(8);
    expect(repeated).not.toContain("end");
    for (const step of STEPS) expect(await countEffects(step)).toBeLessThanOrEqual(48);
    await expect.poll(countRuns, PATIENCE).toBe(0);
  });

  test("two processes share the runs, and no step runs twice", async () => {
    await Promise.all([startChild(), startChild()]);
    await sendErrands(60);
    await expect.poll(() => countEffects("end"), PATIENCE).toBe(60);
    expect(await listRepeated()).toEqual([]);
    const { rows } = await pool.query("SELECT DISTINCT process FROM effects");
    expect(rows).toHaveLength(2);
  });

  test("a process told to end hands over what it has not done, and no step runs twice", async () => {
    const first = await startChild();
    await sendErrands(40);
    await expect.poll(() => countEffects("bread"), PATIENCE).toBeGreaterThan(5);
    first.kill("SIGTERM");
    const [exitCode] = await once(first, "exit");
    expect(exitCode).toBe(0);

    await startChild();
    await expect.poll(() => countEffects("end"), PATIENCE).toBe(40);
    expect(await listRepeated()).toEqual([]);
  });

  test("connections that break are made again, and every run ends", async () => {
    await startChild();
    await sendErrands(30);
    for (const step of ["go", "bread"]) {
      await expect.poll(() => countEffects(step), PATIENCE).toBeGreaterThan(5);
      await pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'doorbell-engine%'",
      );
    }
    await expect.poll(() => countEffects("end"), PATIENCE).toBe(30);
    await expect.poll(countRuns, PATIENCE).toBe(0);
  });
});

async function startChild(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", CHILD, database.url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

/** From a process that performs none of them. */
async function sendErrands(count: number): Promise<void> {
  const engine = createEngine({ url: database.url, appId: "child" });
  const errand = engine.client.createFunction({ id: "errand", triggers: [{ event: "errand" }] }, async () => {});
  await engine.register(serveEmbedded({ client: engine.client, functions: [errand] }));
  await engine.send(Array.from({ length: count }, (_, n) => ({ name: "errand", data: { name: `errand ${n}` } })));
  await engine.stop({ drainMs: 0 });
}

async function countEffects(step: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(DISTINCT errand)::int AS count FROM effects WHERE step = $1",
    [step],
  );
  return rows[0]?.count ?? 0;
}

/** The steps that ran more than once, one entry for each run in which they did. */
async function listRepeated(): Promise<string[]> {
  const { rows } = await pool.query<{ step: string }>(
    "SELECT step FROM effects GROUP BY errand, step HAVING count(*) > 1",
  );
  return rows.map(({ step }) => step);
}

async function countRuns(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("SELECT count(*)::int AS count FROM engine_runs");
  return rows[0]?.count ?? 0;
}
