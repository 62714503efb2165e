import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { callApi, readBytes } from "../support/api";
import { type App, startApp } from "../support/app";
import { createTestDatabase } from "../support/database";
import { type Receiver, startReceiver } from "../support/receiver";
import { signedPush } from "../support/ring";
import { ringHttp } from "../support/ring-http";
import { waitFor } from "../support/wait-for";

let app: App;
let desk: Receiver;
beforeAll(async () => {
  const database = await createTestDatabase();
  desk = await startReceiver([
    { status: 200, headers: { "content-type": "application/json" }, body: '{ "ok": true }' },
  ]);
  app = await startApp({ env: { DATABASE_URL: database.url } });
  return async () => {
    await app.stop();
    await desk.close();
    await database.drop();
  };
});

const call = (request: string, input?: unknown) => callApi(app, request, input);
const Made = z.looseObject({ id: z.string() });
const make = async (path: string, input: unknown) => Made.parse((await call(`POST ${path}`, input)).body);

/** Webhook, filter, request. */
const errand = (endpointId: string, url: string) => ({
  nodes: [
    {
      id: "ring",
      type: "webhook",
      name: "New ticket",
      position: { x: 0, y: 0 },
      config: { endpointId, eventTypes: ["push"] },
    },
    {
      id: "urgent",
      type: "filter",
      name: "Only urgent",
      config: {
        match: "any",
        conditions: [
          { value: "{{ trigger.body.data.priority }}", operator: "equals", expected: "high" },
          { value: "{{ trigger.body.data.amount }}", operator: "greater-than", expected: 100 },
        ],
      },
    },
    {
      id: "tell",
      type: "http-request",
      name: "Tell the desk",
      config: {
        method: "POST",
        url,
        headers: [{ name: "X-From", value: "doorbell" }],
        body: '{ "id": {{ trigger.body.data.ticket_id | json }}, "who": "{{ trigger.body.data.customer_email }}" }',
      },
      retry: { attempts: 5, backoff: "exponential", delayMs: 1000, timeoutMs: 10000 },
    },
  ],
  edges: [
    { from: "ring", port: "out", to: "urgent" },
    { from: "urgent", port: "pass", to: "tell" },
  ],
});

test("an errand by the API alone: make, publish, ring, and read what happened", async () => {
  const endpoint = z
    .looseObject({ id: z.string(), url: z.string(), signingSecret: z.string() })
    .parse((await call("POST /endpoints", { name: "Tickets", source: "github" })).body);
  expect(new URL(endpoint.url).pathname).toMatch(/^\/api\/hooks\/[\w-]{22,}$/);
  const workflow = await make("/workflows", {
    name: "Urgent tickets",
    graph: errand(endpoint.id, `${desk.url}/tickets`),
  });
  expect(workflow).toMatchObject({ problems: [], revision: expect.any(Number), publishedVersion: null });
  expect(await call(`POST /workflows/${workflow.id}/publish`, { note: "First" })).toMatchObject({
    status: expect.toSatisfy((status) => status < 300),
  });

  const body =
    '{\n  "data": { "ticket_id": 12345678901234567890, "customer_email": "ann \\"a\\" <a@b.example>", "priority": "high" }\n}';
  const address = app.url + new URL(endpoint.url).pathname;
  const guid = randomUUID();
  const rung = await ringHttp(address, { body, headers: signedPush(endpoint.signingSecret, body, guid) });
  expect(rung).toMatchObject({ status: 202, body: { verdict: "accepted" } });

  const delivery = await waitFor(async () => {
    const { body } = await call(`GET /deliveries/${rung.body.delivery}`);
    const read = z.looseObject({ runs: z.array(z.looseObject({ id: z.string(), status: z.string() })) }).parse(body);
    return read.runs[0]?.status === "done" ? read : undefined;
  });
  expect(delivery).toMatchObject({
    id: rung.body.delivery,
    endpointId: endpoint.id,
    method: "POST",
    verdict: "accepted",
    reason: null,
    eventType: "push",
    eventId: guid,
    status: 202,
    receivedAt: expect.any(String),
    durationMs: expect.any(Number),
    secretId: expect.stringMatching(/^sec_/),
    runs: [{ workflowId: workflow.id, status: "done" }],
  });
  expect(delivery["checks"]).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: "signature", ok: true })]),
  );
  expect((await readBytes(app, rung.body.delivery ?? "")).toString()).toBe(body);

  const { body: run } = await call(`GET /runs/${delivery.runs[0]?.id}`);
  const key = desk.requests[0]?.headers["idempotency-key"];
  expect(run).toMatchObject({
    workflowId: workflow.id,
    version: 1,
    deliveryId: rung.body.delivery,
    status: "done",
    startedAt: expect.any(String),
    endedAt: expect.any(String),
    steps: [
      { nodeId: "ring", status: "done", port: "out" },
      { nodeId: "urgent", status: "done", port: "pass" },
      {
        nodeId: "tell",
        status: "done",
        port: "out",
        attempts: [
          {
            n: 1,
            status: "succeeded",
            idempotencyKey: key,
            startedAt: expect.any(String),
            durationMs: expect.any(Number),
            request: {
              method: "POST",
              url: `${desk.url}/tickets`,
              headers: expect.any(Array),
              body: desk.requests[0]?.body,
            },
            response: { status: 200, headers: expect.any(Array), body: '{ "ok": true }' },
          },
        ],
      },
    ],
  });
  expect(desk.requests).toHaveLength(1);
  expect(desk.requests[0]).toMatchObject({
    method: "POST",
    path: "/tickets",
    headers: { "x-from": "doorbell", "content-type": "application/json" },
  });
  expect(desk.requests[0]?.body).toBe('{ "id": 12345678901234567890, "who": "ann \\"a\\" <a@b.example>" }');
});

test("the signing secret is in the answer that made it, and in no other", async () => {
  const { body: made } = await call("POST /endpoints", { name: "Secretive", source: "github" });
  const { id, signingSecret } = z.looseObject({ id: z.string(), signingSecret: z.string().min(20) }).parse(made);
  await ringHttp(app.url + new URL(z.object({ url: z.string() }).parse(made).url).pathname, {
    body: "{}",
    headers: signedPush(signingSecret, "{}"),
  });

  const own = z.object({ items: z.array(z.object({ id: z.string() })) });
  const { items: deliveries } = own.parse((await call(`GET /deliveries?endpoint=${id}`)).body);
  expect(deliveries).toHaveLength(1);
  const places = [
    `/endpoints/${id}`,
    "/endpoints",
    `/endpoints/${id}/secrets`,
    `/deliveries?endpoint=${id}`,
    `/deliveries/${deliveries[0]?.id}`,
    "/catalog",
  ];
  for (const place of places) {
    const { status, body } = await call(`GET ${place}`);
    expect(status, place).toBe(200);
    expect(JSON.stringify(body), place).not.toContain(signingSecret);
  }
  const renamed = await call(`PATCH /endpoints/${id}`, { name: "Still secretive" });
  expect(JSON.stringify(renamed.body)).not.toContain(signingSecret);
  expect(app.output()).not.toContain(signingSecret);
});

describe("a list", () => {
  const Page = z.object({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() });

  test("is read to its end in pages, newest first, with nothing twice and nothing left out", async () => {
    const { id, url } = z
      .looseObject({ id: z.string(), url: z.string() })
      .parse(await make("/endpoints", { name: "Busy" }));
    await make("/workflows", {
      name: "Listening",
      graph: { nodes: [{ id: "ring", type: "webhook", config: { endpointId: id, eventTypes: [] } }], edges: [] },
    }).then((workflow) => call(`POST /workflows/${workflow.id}/publish`, {}));
    const rung: (string | undefined)[] = [];
    for (let n = 0; n < 23; n++) rung.push((await ringHttp(app.url + new URL(url).pathname)).body.delivery);

    const read: string[] = [];
    let cursor = "";
    do {
      const { body } = await call(`GET /deliveries?endpoint=${id}&limit=5${cursor}`);
      const { items, next } = Page.parse(body);
      expect(items.length).toBeLessThanOrEqual(5);
      read.push(...items.map((item) => item.id));
      cursor = next ? `&cursor=${next}` : "";
    } while (cursor);
    expect(read).toEqual(rung.toReversed());

    const runs = Page.parse((await call(`GET /runs?delivery=${rung[0]}`)).body);
    expect(runs.items).toMatchObject([{ deliveryId: rung[0] }]);
    for (const list of ["/endpoints", "/workflows", "/runs"]) {
      const first = Page.parse((await call(`GET ${list}?limit=1`)).body);
      expect(first.items, list).toHaveLength(1);
    }
  });

  test.each([
    "limit=0",
    "limit=201",
    "limit=x",
    "cursor=nonsense",
    "endpoint=nonsense",
    "verdict=nice",
    "from=yesterday",
  ])("refuses %s", async (query) => {
    const { status, body } = await call(`GET /deliveries?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "invalid_input", error: expect.any(String) });
  });
});

afterAll(() => expect(app.output()).not.toMatch(/"level":"error"/));

test("a browser that asks for the icon by its old name gets it", async () => {
  const answer = await fetch(`${app.url}/favicon.ico`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
});
