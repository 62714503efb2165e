import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { callApi, makeEndpoint, makeWorkflow } from "../support/api";
import { type App, startApp } from "../support/app";
import { type Receiver, startReceiver } from "../support/receiver";

const SIGNING_KEY = "signkey-test-0123456789abcdef0123456789abcdef";
const EVENT_KEY = "event-key-0123456789";
const CALLS_MAX = 10;

let app: App;
let inngest: Receiver;
let desk: Receiver;

// A stand-in that takes events as an Inngest server does. The calls back are made below, as recorded from a real one.
beforeAll(async () => {
  inngest = await startReceiver(({ path }) => ({
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(path.startsWith("/e/") ? { ids: ["01J"], status: 200 } : { ok: true }),
  }));
  desk = await startReceiver();
  app = await startApp({
    env: { INNGEST_BASE_URL: inngest.url, INNGEST_EVENT_KEY: EVENT_KEY, INNGEST_SIGNING_KEY: SIGNING_KEY },
  });
});

afterAll(() => Promise.all([inngest.close(), desk.close()]));

test("with an Inngest configured, a ring asks it for the run, and its signed calls perform the run", async () => {
  const { url } = await drawWorkflow();
  const rung = await fetch(url, { method: "POST", body: '{"id":7}', headers: { "content-type": "application/json" } });
  expect(rung.status).toBe(202);

  await expect.poll(() => eventsSent().length, { timeout: 10_000 }).toBe(1);
  const [event] = eventsSent();
  expect(event).toMatchObject({ name: "doorbell/run.requested", id: event?.data.runId });

  expect(await perform(event)).toBe(200);
  expect(desk.requests.map(({ body }) => body)).toEqual(['{ "id": 7 }']);
  const run = await callApi(app, `GET /runs/${event?.data.runId}`);
  expect(run.body).toMatchObject({ status: "done", steps: [{ nodeId: "ring" }, { nodeId: "tell", status: "done" }] });
});

test("a call that Inngest did not sign is refused, and performs nothing", async () => {
  const response = await fetch(functionUrl(), {
    method: "POST",
    body: JSON.stringify(callBody({ runId: "run_x" }, {})),
  });
  expect(response.status).toBe(401);
});

type RunRequested = { name: string; id: string; data: { runId: string } };

const Sent = z.array(z.object({ name: z.string(), id: z.string(), data: z.object({ runId: z.string() }) }));

function eventsSent(): RunRequested[] {
  return inngest.requests
    .filter(({ path }) => path === `/e/${EVENT_KEY}`)
    .flatMap(({ body }) => Sent.parse([JSON.parse(body)].flat()));
}

async function drawWorkflow(): Promise<{ url: string }> {
  const { id, path } = await makeEndpoint(app);
  const config = { method: "POST", url: desk.url, body: '{ "id": {{ trigger.body.id }} }' };
  await makeWorkflow(app, id, {
    nodes: [{ id: "tell", type: "http-request", config }],
    edges: [{ from: "ring", port: "out", to: "tell" }],
  });
  return { url: app.url + path };
}

const Operations = z.array(z.object({ op: z.string(), id: z.string(), data: z.unknown() }));

/** Calls the function until it has nothing more to do, handing back what its steps gave. Answers its last status. */
async function perform(event: RunRequested | undefined): Promise<number> {
  const steps: Record<string, { data: unknown }> = {};
  for (let call = 0; call < CALLS_MAX; call++) {
    const body = canonical(callBody(event?.data ?? {}, steps));
    const seconds = String(Math.floor(Date.now() / 1_000));
    const key = SIGNING_KEY.replace(/^signkey-\w+-/, "");
    const signature = createHmac("sha256", key).update(body).update(seconds).digest("hex");
    const response = await fetch(functionUrl(), {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "x-inngest-signature": `t=${seconds}&s=${signature}` },
    });
    if (response.status !== 206) return response.status;
    for (const { op, id, data } of Operations.parse(await response.json())) {
      expect(op).toBe("StepRun");
      steps[id] = { data };
    }
  }
  throw new Error("The function did not end.");
}

/** With sorted keys, as Inngest signs it (RFC 8785). */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function functionUrl(): string {
  return `${app.url}/api/inngest?fnId=doorbell-run-workflow&stepId=step`;
}

function callBody(data: object, steps: Record<string, { data: unknown }>): object {
  const event = { name: "doorbell/run.requested", data, id: "01J", ts: Date.now(), user: {} };
  const stack = Object.keys(steps);
  return {
    version: stack.length === 0 ? -1 : 2,
    event,
    events: [event],
    steps,
    use_api: false,
    ctx: {
      run_id: "01M7Y4CKV0JGZR54A7NM7HQFT4",
      attempt: 0,
      max_attempts: 21,
      disable_immediate_execution: false,
      use_api: false,
      env: "",
      step_id: "step",
      stack: { stack, current: stack.length },
    },
  };
}
