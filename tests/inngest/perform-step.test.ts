import { afterAll, expect, test } from "vitest";
import type { Id } from "@/lib/domain/ids";
import { signedDepth } from "@/lib/services/steps/depth";
import { useUpBudget } from "../support/budget";
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

  const rings = await Promise.all(Array.from({ length: 70 }, () => ring({ url: slowFlow.url })));
  const queued = rings.flatMap((rung) => rung.queued);
  runner.dispatch(queued);
  await expect.poll(() => slow.requests.length, { timeout: 20_000 }).toBeGreaterThan(30);
  expect(await runToEnd(actor, runner, quickFlow)).toMatchObject({ status: "done" });
  expect(slow.requests.length).toBeLessThan(70);

  await expect.poll(() => slow.requests.length, { timeout: 60_000 }).toBe(70);
  for (const { id } of queued) {
    const run = await waitForEnd(actor, id);
    expect(run.status).toBe("done");
    expect(run.steps[1]?.attempts).toHaveLength(1);
  }
  expect(slow.requests).toHaveLength(70);
  expect(most).toBeLessThanOrEqual(32);
}, 90_000);

test("workflows that ring each other stop after eight requests, and the last one says why", async () => {
  const actor = await createTestWorkspace();
  const runIds: Id<"run">[] = [];
  const depths: unknown[] = [];
  const loop = await receive(async ({ headers }) => {
    depths.push(headers["doorbell-depth"]);
    const { queued } = await ring({ url: flow.url, headers: { "doorbell-depth": String(headers["doorbell-depth"]) } });
    runIds.push(...queued.map(({ id }) => id));
    runner.dispatch(queued);
    return 202;
  });
  const flow = await publishFlow(actor, telling(loop.url));

  const first = await runToEnd(actor, runner, flow);
  await expect.poll(() => runIds.length, { timeout: 20_000 }).toBe(8);
  const runs = await Promise.all(runIds.map((id) => waitForEnd(actor, id)));

  expect(depths).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(signedDepth));
  expect([first, ...runs].map(({ status }) => status)).toEqual([...Array.from({ length: 8 }, () => "done"), "failed"]);
  expect(runs.at(-1)?.error).toMatch(/^“Tell the desk” failed: Not sent: 8 requests of Doorbell led to this one/);
  expect(runs.at(-1)?.steps[1]?.attempts).toMatchObject([{ status: "failed", request: { url: loop.url } }]);
}, 40_000);

test("nobody sets the depth by hand", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive();
  const flow = telling(desk.url);
  const [node] = flow.nodes;
  const headers = [{ name: "doorbell-DEPTH", value: "0" }];
  const nodes = [{ ...node, config: { ...node?.config, headers } }];
  const { url } = await publishFlow(actor, { ...flow, nodes });
  const { queued } = await ring({ url, headers: { "doorbell-depth": signedDepth(4) } });
  runner.dispatch(queued);
  await expect.poll(() => desk.requests.length, { timeout: 10_000 }).toBe(1);
  expect(desk.requests[0]?.headers["doorbell-depth"]).toBe(signedDepth(5));
});

test("a run that may do nothing at all fails at its start, and sends nothing", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive();
  const { url, workflowId } = await publishFlow(actor, telling(desk.url));
  await useUpBudget(`rung-by-workflows:${workflowId}`);
  const { queued } = await ring({ url, headers: { "doorbell-depth": signedDepth(1) } });
  runner.dispatch(queued);
  const [run] = await Promise.all(queued.map(({ id }) => waitForEnd(actor, id)));
  expect(run).toMatchObject({ status: "failed", error: expect.stringContaining("looks like a loop") });
  expect(desk.requests).toEqual([]);
});
