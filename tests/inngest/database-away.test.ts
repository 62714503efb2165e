import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { closeDatabase, databaseUrl } from "@/lib/platform/db";
import { setDatabaseUrl } from "@/lib/platform/env";
import { readRun } from "@/lib/services/read-run";
import { type DatabaseProxy, startDatabaseProxy } from "../support/database-proxy";
import { startReceiver } from "../support/receiver";
import { beginRun, provideTestRunner, publishFlow, waitForEnd } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";
import { waitFor } from "../support/wait-for";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
let proxy: DatabaseProxy;
beforeAll(async () => {
  proxy = await startDatabaseProxy(databaseUrl());
  await closeDatabase();
  setDatabaseUrl(proxy.url);
});
afterAll(() => proxy.close());
const runner = provideTestRunner();

test("what a receiver answered while the database was away is written once it is back, and nothing is sent twice", async () => {
  const actor = await createTestWorkspace();
  const desk = await startReceiver(async () => {
    await proxy.stop();
    return { status: 201, delayMs: 100 };
  });
  onTestFinished(desk.close);
  const retry = { attempts: 5, backoff: "fixed", delayMs: 0, timeoutMs: 10_000, atMostOnce: true } as const;
  const { url } = await publishFlow(actor, {
    nodes: [{ id: "tell", type: "http-request", config: { method: "POST", url: desk.url, body: "{}" }, retry }],
    edges: [{ from: "ring", port: "out", to: "tell" }],
  });
  const runId = await beginRun(runner, { url });
  await waitFor(async () => desk.requests[0]);
  await pause(3_000);
  await proxy.recover();

  const run = await waitForEnd(actor, runId);
  expect(run).toMatchObject({ status: "done", steps: [{}, { attempts: [{ status: "succeeded" }] }] });
  expect(desk.requests).toHaveLength(1);
}, 60_000);

test("a run that an outage interrupts goes on soon after it", async () => {
  const actor = await createTestWorkspace();
  const desk = await startReceiver();
  onTestFinished(desk.close);
  const { url } = await publishFlow(actor, {
    nodes: [
      // It is at work when the database goes, and cannot be written.
      { id: "count", type: "code", config: { source: "let n = 0; while (n < 2e6) n += 1; return n;" } },
      { id: "tell", type: "http-request", config: { method: "POST", url: desk.url, body: "{}" } },
    ],
    edges: [
      { from: "ring", port: "out", to: "count" },
      { from: "count", port: "out", to: "tell" },
    ],
  });
  const runId = await beginRun(runner, { url });
  await waitFor(async () => ((await readRun(actor, runId)).status === "running" ? true : undefined));
  await proxy.stop();
  await pause(3_000);
  await proxy.recover();

  expect((await waitForEnd(actor, runId, 10_000)).status).toBe("done");
}, 60_000);
