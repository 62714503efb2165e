import { afterAll, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../support/receiver";
import { provideTestRunner, publishFlow, runToEnd } from "../support/test-runner";
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

const urgent = {
  id: "urgent",
  type: "filter",
  config: {
    match: "any",
    conditions: [{ value: "{{ trigger.body.priority }}", operator: "equals", expected: "high" }],
  },
};

const tell = (url: string, more: object = {}) => ({
  id: "tell",
  type: "http-request",
  name: "Tell the desk",
  config: {
    method: "POST",
    url,
    headers: [{ name: "X-From", value: "doorbell" }],
    body: '{ "id": {{ trigger.body.id | json }}, "who": "{{ trigger.body.who }}" }',
  },
  ...more,
});

const chain = [
  { from: "ring", port: "out", to: "urgent" },
  { from: "urgent", port: "pass", to: "tell" },
];

test("webhook, filter and request: the receiver gets the mapped body, and the log shows every step", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive();
  const { url } = await publishFlow(actor, { nodes: [urgent, tell(`${desk.url}/tickets`)], edges: chain });

  const run = await runToEnd(actor, runner, { url, body: { id: 7, who: 'Ann "the boss"', priority: "high" } });

  expect(run).toMatchObject({ status: "done", version: 1 });
  expect(desk.requests).toHaveLength(1);
  expect(JSON.parse(desk.requests[0]?.body ?? "")).toEqual({ id: 7, who: 'Ann "the boss"' });
  expect(desk.requests[0]).toMatchObject({
    method: "POST",
    path: "/tickets",
    headers: { "x-from": "doorbell", "content-type": "application/json" },
  });
  expect(run.steps.map(({ nodeId, status, port }) => [nodeId, status, port])).toEqual([
    ["ring", "done", "out"],
    ["urgent", "done", "pass"],
    ["tell", "done", "out"],
  ]);
  const [attempt] = run.steps[2]?.attempts ?? [];
  expect(attempt).toMatchObject({
    n: 1,
    status: "succeeded",
    request: { method: "POST", url: `${desk.url}/tickets` },
    response: { status: 200 },
  });
  expect(desk.requests[0]?.headers["idempotency-key"]).toBe(attempt?.idempotencyKey);
});

test("what the filter does not let through sends nothing, and the run says that it was filtered", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive();
  const { url } = await publishFlow(actor, { nodes: [urgent, tell(desk.url)], edges: chain });

  const run = await runToEnd(actor, runner, { url, body: { priority: "low" } });

  expect(run.status).toBe("filtered");
  expect(desk.requests).toEqual([]);
  expect(run.steps.map(({ nodeId, status, port }) => [nodeId, status, port])).toEqual([
    ["ring", "done", "out"],
    ["urgent", "done", "fail"],
    ["tell", "skipped", undefined],
  ]);
  expect(run.steps[1]?.input).toMatchObject({ conditions: [{ actual: "low", expected: "high", passed: false }] });
});

test("a receiver that fails twice and then succeeds: three attempts, one Idempotency-Key, done", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive([500, 503, 200]);
  const retry = { attempts: 5, backoff: "fixed", delayMs: 0, timeoutMs: 5_000 } as const;
  const { url } = await publishFlow(actor, { nodes: [urgent, tell(desk.url, { retry })], edges: chain });

  const run = await runToEnd(actor, runner, { url, body: { priority: "high" } });

  const attempts = run.steps.find(({ nodeId }) => nodeId === "tell")?.attempts ?? [];
  expect(run.status).toBe("done");
  expect(attempts.map(({ n, status }) => [n, status])).toEqual([
    [1, "failed"],
    [2, "failed"],
    [3, "succeeded"],
  ]);
  expect(new Set(attempts.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  expect(new Set(desk.requests.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
});

test("a receiver that always fails: the run has failed, and says who and how", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive(() => 500);
  const retry = { attempts: 2, backoff: "fixed", delayMs: 0, timeoutMs: 5_000 } as const;
  const { url } = await publishFlow(actor, { nodes: [urgent, tell(desk.url, { retry })], edges: chain });

  const run = await runToEnd(actor, runner, { url, body: { priority: "high" } });

  expect(run).toMatchObject({ status: "failed", error: "“Tell the desk” failed: It answered 500." });
  expect(desk.requests).toHaveLength(2);
});

test("a request that fails leaves by the error port, where one is drawn, and later steps see why", async () => {
  const actor = await createTestWorkspace();
  const desk = await receive(() => 404);
  const fallback = await receive();
  const { url } = await publishFlow(actor, {
    nodes: [
      tell(desk.url),
      {
        id: "else",
        type: "http-request",
        config: { method: "POST", url: fallback.url, headers: [], body: '{ "code": {{ steps.tell.status }} }' },
      },
    ],
    edges: [
      { from: "ring", port: "out", to: "tell" },
      { from: "tell", port: "error", to: "else" },
    ],
  });

  const run = await runToEnd(actor, runner, { url });

  expect(run.status).toBe("done");
  expect(fallback.requests.map(({ body }) => body)).toEqual(['{ "code": 404 }']);
});

test("a later step gets the answer of an earlier one, with its numbers as they were written", async () => {
  const actor = await createTestWorkspace();
  const first = await receive(() => ({
    status: 200,
    headers: { "content-type": "application/json" },
    body: '{ "id": 12345678901234567890, "price": 1.10 }',
  }));
  const second = await receive();
  const { url } = await publishFlow(actor, {
    nodes: [
      tell(first.url),
      {
        id: "next",
        type: "http-request",
        config: {
          method: "PUT",
          url: second.url,
          headers: [],
          body: '{ "id": {{ steps.tell.body.id }}, "price": {{ steps.tell.body.price }} }',
        },
      },
    ],
    edges: [
      { from: "ring", port: "out", to: "tell" },
      { from: "tell", port: "out", to: "next" },
    ],
  });

  await runToEnd(actor, runner, { url });

  expect(second.requests[0]?.body).toBe('{ "id": 12345678901234567890, "price": 1.10 }');
});

test("a slow branch does not hold up the other", async () => {
  const actor = await createTestWorkspace();
  const slow = await receive(() => ({ status: 200, delayMs: 1_500 }));
  const quick = await receive();
  const request = (id: string, url: string) => ({
    id,
    type: "http-request",
    config: { method: "POST", url, headers: [], body: "{}" },
  });
  const { url } = await publishFlow(actor, {
    nodes: [request("slow", slow.url), request("quick", quick.url), request("after", quick.url)],
    edges: [
      { from: "ring", port: "out", to: "slow" },
      { from: "ring", port: "out", to: "quick" },
      { from: "quick", port: "out", to: "after" },
    ],
  });

  const run = await runToEnd(actor, runner, { url });

  const endOf = (nodeId: string) => run.steps.find((step) => step.nodeId === nodeId)?.endedAt ?? "";
  expect(run.status).toBe("done");
  expect(endOf("after") < endOf("slow")).toBe(true);
});

test("an address that is not allowed is never rung: the attempt is blocked and the run has failed", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, {
    nodes: [urgent, tell("http://169.254.169.254/latest/meta-data")],
    edges: chain,
  });

  const run = await runToEnd(actor, runner, { url, body: { priority: "high" } });

  expect(run.status).toBe("failed");
  expect(run.steps.find(({ nodeId }) => nodeId === "tell")?.attempts).toMatchObject([{ n: 1, status: "blocked" }]);
});
