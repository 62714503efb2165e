import { setTimeout as pause } from "node:timers/promises";
import type { InngestFunction } from "inngest";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { serveEmbedded } from "@/lib/engine/embedded-client";
import { createEngine, type Engine } from "@/lib/engine/engine";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let pool: pg.Pool;
const engines: Engine[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop({ drainMs: 1_000 });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

type MakeFunctions = (client: Engine["client"]) => InngestFunction.Any[];

async function startEngine(makeFunctions: MakeFunctions): Promise<Engine> {
  const engine = createEngine({ url: database.url, appId: "test" });
  engines.push(engine);
  await engine.start(serveEmbedded({ client: engine.client, functions: makeFunctions(engine.client) }));
  return engine;
}

describe("stopping", () => {
  const twoSteps =
    (id: string, done: string[], firstMs: number): MakeFunctions =>
    (client) => [
      client.createFunction({ id, triggers: [{ event: `test/${id}` }] }, async ({ step }) => {
        await step.run("first", async () => {
          done.push("first begun");
          await pause(firstMs);
          done.push("first ended");
        });
        await step.run("second", () => void done.push("second"));
      }),
    ];

  test("waits for the step that runs, begins no other, and the next process goes on from there", async () => {
    const done: string[] = [];
    const engine = await startEngine(twoSteps("drained", done, 400));
    await engine.send([{ name: "test/drained" }]);
    await expect.poll(() => done).toEqual(["first begun"]);
    await engine.stop({ drainMs: 5_000 });
    engines.pop();
    expect(done).toEqual(["first begun", "first ended"]);

    await startEngine(twoSteps("drained", done, 400));
    await expect.poll(() => done, { timeout: 5_000 }).toEqual(["first begun", "first ended", "second"]);
  });

  test("gives up a step that takes too long, which another process begins again at once", async () => {
    const done: string[] = [];
    const engine = await startEngine(twoSteps("given-up", done, 1_500));
    await engine.send([{ name: "test/given-up" }]);
    await expect.poll(() => done).toEqual(["first begun"]);
    await engine.stop({ drainMs: 100 });
    engines.pop();

    await startEngine(twoSteps("given-up", done, 10));
    await expect.poll(() => done, { timeout: 1_000 }).toEqual(["first begun", "first begun", "first ended", "second"]);
    await pause(1_500);
    expect(done.filter((what) => what === "second")).toHaveLength(1);
  });
});

describe("limits", () => {
  const failures: string[] = [];
  const listener: MakeFunctions = (client) => [
    client.createFunction({ id: "hear", triggers: [{ event: "inngest/function.failed" }] }, async ({ event }) => {
      failures.push(event.data.error.message);
    }),
  ];

  test.for([
    ["a step that gives more than 4 MB", 1, 4_300_000, "A step may give 4 MB at most."],
    ["steps that give more than 32 MB together", 9, 3_900_000, "32 MB together"],
    ["more than 1,000 steps", 1_001, 1, "1,000 steps at most"],
  ] as const)("%s fail the run in a sentence", async ([, steps, bytes, sentence]) => {
    failures.length = 0;
    const engine = await startEngine((client) => [
      ...listener(client),
      client.createFunction(
        { id: `greedy-${steps}`, triggers: [{ event: `test/greedy-${steps}` }] },
        async ({ step }) => {
          for (let n = 0; n < steps; n += 1) await step.run(`step ${n}`, () => "x".repeat(bytes));
        },
      ),
    ]);
    await engine.send([{ name: `test/greedy-${steps}` }]);
    await expect.poll(() => failures, { timeout: 25_000 }).toEqual([expect.stringContaining(sentence)]);
  });
});

describe("what it does not support is refused at the start, in a sentence with the function's name", () => {
  test.for([
    ["throttle", { throttle: { limit: 1, period: "1s" } }, "throttle"],
    ["rateLimit", { rateLimit: { limit: 1, period: "1s" } }, "rateLimit"],
    ["debounce", { debounce: { period: "1s" } }, "debounce"],
    ["priority", { priority: { run: "event.data.n" } }, "priority"],
    ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }, "batchEvents"],
    ["singleton", { singleton: { mode: "skip" } }, "singleton"],
    ["timeouts", { timeouts: { finish: "1m" } }, "timeouts"],
    ["two limits at once", { concurrency: [{ limit: 1 }, { limit: 2 }] }, "concurrency"],
    ["a schedule", { triggers: [{ cron: "* * * * *" }] }, "triggers"],
    ["another expression", { idempotency: "size(event.data.id)" }, "size(event.data.id)"],
  ] as const)("%s", async ([, option, named]) => {
    const starting = startEngine((client) => [
      // The options that the types allow together are many; that they are refused is the point.
      Reflect.apply(client.createFunction, client, [
        { id: "fancy", triggers: [{ event: "test/fancy" }], ...option },
        async () => {},
      ]),
    ]);
    await expect(starting).rejects.toThrow(`cannot run the function “test-fancy”`);
    await expect(starting).rejects.toThrow(named);
  });

  test("an event that is sent before there are functions is refused, not lost", async () => {
    const engine = createEngine({ url: database.url });
    engines.push(engine);
    await expect(engine.send([{ name: "test/early" }])).rejects.toThrow("no functions yet");
  });
});

test("a hundred waiting runs are found by the value that their event must have, one by one", async () => {
  const woken: number[] = [];
  const engine = await startEngine((client) => [
    client.createFunction({ id: "many", triggers: [{ event: "test/many" }] }, async ({ event, step }) => {
      await step.waitForEvent("wait", { event: "test/one", timeout: "1h", match: "data.n" });
      woken.push(event.data.n);
    }),
  ]);
  await engine.send(Array.from({ length: 100 }, (_, n) => ({ name: "test/many", data: { n } })));
  const countWaits = async () => (await pool.query("SELECT FROM engine_waits")).rowCount;
  await expect.poll(countWaits, { timeout: 10_000 }).toBe(100);
  await engine.send([42, 7].map((n) => ({ name: "test/one", data: { n } })));
  await expect.poll(() => woken.toSorted((a, b) => a - b), { timeout: 5_000 }).toEqual([7, 42]);
  expect(await countWaits()).toBe(98);
});
