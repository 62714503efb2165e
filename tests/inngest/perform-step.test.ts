import { afterAll, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../support/receiver";
import { ring } from "../support/ring";
import { provideTestRunner, publishFlow, runToEnd, waitForEnd } from "../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();

const receivers: Receiver[] = [];
afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())));

async function receive(respond?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const receiver = await startReceiver(respond);
  receivers.push(receiver);
  return receiver;
}

const telling = (url: string, attempts = 1) => ({
  nodes: [
    {
      id: "tell",
      type: "http-request",
      name: "Tell the desk",
      config: { method: "POST", url, headers: [], body: "{}" },
      retry: { attempts, backoff: "fixed", delayMs: 0, timeoutMs: 20_000 } as const,
    },
  ],
  edges: [{ from: "ring", port: "out", to: "tell" }],
});

/** Rings so often at once, and waits for every run's end. */
async function ringAll(actor: Awaited<ReturnType<typeof createTestWorkspace>>, url: string, count: number) {
  const rings = await Promise.all(Array.from({ length: count }, () => ring({ url, body: "{}" })));
  const queued = rings.flatMap((rung) => rung.queued);
  runner.dispatch(queued);
  return Promise.all(queued.map(({ id }) => waitForEnd(actor, id, 60_000)));
}

test("a destination that fails ten times is left alone for a while; another one is not", async () => {
  const actor = await createTestWorkspace();
  const dead = await receive(() => 503);
  const alive = await receive();
  const { url } = await publishFlow(actor, telling(dead.url));
  const other = await publishFlow(actor, telling(alive.url));
  for (let n = 0; n < 10; n += 1) await runToEnd(actor, runner, { url });

  const run = await runToEnd(actor, runner, { url });

  const { host } = new URL(dead.url);
  const message = `${host} has failed 10 times in a row; Doorbell waits before it tries again.`;
  expect(dead.requests).toHaveLength(10);
  expect(run).toMatchObject({ status: "failed", error: `“Tell the desk” failed: ${message}` });
  expect(run.steps[1]?.attempts).toMatchObject([{ status: "failed", error: message }]);
  expect(await runToEnd(actor, runner, other)).toMatchObject({ status: "done" });
});

test("what was held back goes out when the pause is over, as another try", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive((_request, n) => (n <= 10 ? 503 : 200));
  const failing = await publishFlow(actor, telling(desk.url));
  for (let n = 0; n < 10; n += 1) await runToEnd(actor, runner, failing);

  const run = await runToEnd(actor, runner, await publishFlow(actor, telling(desk.url, 3)));

  expect(run.status).toBe("done");
  expect(run.steps[1]?.attempts.map(({ status }) => status)).toEqual(["failed", "succeeded"]);
  expect(desk.requests).toHaveLength(11);
}, 40_000);

test("a crowd at a slow destination waits in line: nobody is lost, none is tried twice, and others pass it by", async () => {
  const actor = await createTestWorkspace();
  let inside = 0;
  let most = 0;
  const slow = await receive(async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    inside -= 1;
    return 200;
  });
  const quick = await receive();
  const slowFlow = await publishFlow(actor, telling(slow.url));
  const quickFlow = await publishFlow(actor, telling(quick.url));

  const startedAtMs = performance.now();
  const crowd = ringAll(actor, slowFlow.url, 90);
  await expect.poll(() => slow.requests.length, { timeout: 10_000 }).toBeGreaterThan(30);
  expect(await runToEnd(actor, runner, quickFlow)).toMatchObject({ status: "done" });
  const quickMs = performance.now() - startedAtMs;
  const runs = await crowd;

  expect(runs.map(({ status }) => status)).toEqual(runs.map(() => "done"));
  expect(runs.map(({ steps }) => steps[1]?.attempts.length)).toEqual(runs.map(() => 1));
  expect(slow.requests).toHaveLength(90);
  expect(most).toBeLessThanOrEqual(32);
  expect(quickMs).toBeLessThan(performance.now() - startedAtMs - 2_500);
}, 70_000);
