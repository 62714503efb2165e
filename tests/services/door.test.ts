import { createHash } from "node:crypto";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { sources } from "@/lib/catalog/sources/index";
import type { Actor } from "@/lib/domain/accounts/actor";
import { toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { createWorkflow } from "@/lib/services/create-workflow";
import { listRuns } from "@/lib/services/list-runs";
import { listSecurityEvents } from "@/lib/services/list-security-events";
import { processDelivery } from "@/lib/services/process-delivery";
import { publishWorkflow } from "@/lib/services/publish-workflow";
import { readDelivery, readDeliveryBody } from "@/lib/services/read-delivery";
import { releaseHeld } from "@/lib/services/release-held";
import { ringEndpoint } from "@/lib/services/ring-endpoint";
import { takeUpRun } from "@/lib/services/take-up-run";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";
import { waitFor } from "../support/wait-for";

provideTestDatabase();

async function openEndpoint(options: Record<string, unknown> = {}, source = "anyone") {
  const actor = await createTestWorkspace();
  const { url, id, signingSecret = "" } = await createEndpoint(actor, { name: "Door", source, options });
  return { actor, url, id, secret: signingSecret };
}

async function listenTo(actor: Actor, endpointId: string) {
  const config = { endpointId, eventTypes: [] };
  const node = { id: "ring", type: "webhook", name: "", position: { x: 0, y: 0 }, config };
  const workflow = await createWorkflow(actor, { name: "Listening", graph: { nodes: [node], edges: [] } });
  await publishWorkflow(actor, workflow.id, { note: "" });
}

async function checkNames(actor: Actor, body: object | string): Promise<string[]> {
  if (typeof body === "string" || !("delivery" in body)) return [];
  const { checks } = await readDelivery(actor, String(body.delivery) as `dlv_${string}`);
  return checks.map(({ name, ok }) => `${name}${ok ? "" : "!"}`);
}

type Case = {
  what: string;
  options?: Record<string, unknown>;
  sent?: Partial<Parameters<typeof ring>[0]>;
  status: number;
  code?: string;
};

const CASES: Case[] = [
  { what: "plain http, and https is asked for", options: { requireHttps: true }, status: 403, code: "https_required" },
  { what: "https, as asked for", options: { requireHttps: true }, sent: { isHttps: true }, status: 202 },
  {
    what: "an address outside the list",
    options: { allowedAddresses: ["10.0.0.0/8"] },
    status: 403,
    code: "address_not_allowed",
  },
  { what: "an address on it", options: { allowedAddresses: ["192.0.2.0/24", "2001:db8::/32"] }, status: 202 },
  { what: "a method that is not taken", sent: { method: "PUT" }, status: 405, code: "method_not_allowed" },
  { what: "a method that is", options: { methods: ["PUT"] }, sent: { method: "PUT" }, status: 202 },
  {
    what: "a body beyond the limit",
    options: { bytesMax: 4 },
    sent: { body: "[1,2]" },
    status: 413,
    code: "too_large",
  },
  {
    what: "a content type that is not taken",
    options: { contentTypes: ["application/json"] },
    sent: { headers: { "content-type": "text/plain" } },
    status: 415,
    code: "unsupported_type",
  },
  { what: "JSON that is none", sent: { body: "{" }, status: 400, code: "malformed_body" },
];

test.each(CASES)("$what: $status", async ({ options, sent, status, code }) => {
  const { url } = await openEndpoint(options);
  const answer = await ring({ url, ...sent });
  expect(answer).toMatchObject({ status, ...(code ? { body: { code } } : {}) });
  if (status === 405) expect(answer.headers).toMatchObject({ allow: "POST" });
});

test("an endpoint ends at its moment, and then answers as if it had never been", async () => {
  const { url } = await openEndpoint({ expiresAt: "2030-01-01T00:00:00Z" });
  const at = (iso: string) => ring({ url, nowMs: Date.parse(iso) });
  expect(await at("2029-12-31T23:59:59Z")).toMatchObject({ status: 202 });
  expect(await at("2030-01-01T00:00:00Z")).toMatchObject({ status: 404, body: { code: "unknown_endpoint" } });
});

test("more than the rate are asked to come back, and forgeries use up a budget of their own", async () => {
  const { url, secret } = await openEndpoint(
    { rate: { perMinute: 1, burst: 3 }, unverifiedRate: { perMinute: 1, burst: 2 } },
    "github",
  );
  const forged = async () => (await ring({ url })).status;
  expect([await forged(), await forged(), await forged(), await forged()]).toEqual([401, 401, 429, 429]);
  const real = () => ring({ url, headers: signedPush(secret, "{}") });
  const answers = [await real(), await real(), await real(), await real()];
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
  expect(Number(answers[3]?.headers["retry-after"])).toBeGreaterThanOrEqual(1);
});

test("a token beside the signature: both are needed, and neither is told or kept", async () => {
  const { actor, url, secret, id } = await openEndpoint(
    { token: { header: "X-Extra", value: "s3cret-token" } },
    "github",
  );
  const signed = () => signedPush(secret, "{}");
  expect(await ring({ url, headers: { ...signed(), "x-extra": "s3cret-token" } })).toMatchObject({ status: 202 });
  const refused = await ring({ url, headers: { ...signed(), "x-extra": "wrong" } });
  expect(refused).toMatchObject({ status: 401 });
  expect(await checkNames(actor, refused.body)).toEqual(["method", "size", "signature", "token!"]);
  expect(await ring({ url, headers: signed() })).toMatchObject({ status: 401 });
  expect(await ring({ url, headers: { "x-extra": "s3cret-token" } })).toMatchObject({ status: 401 });

  const changed = await changeEndpoint(actor, id, { options: { token: { header: "x-extra" } } });
  expect(JSON.stringify(changed)).not.toMatch(/s3cret-token|hash/);
  expect(await ring({ url, headers: { ...signed(), "x-extra": "s3cret-token" } })).toMatchObject({ status: 202 });
});

test("what arrives at a paused endpoint is kept and held, and a repeat of it is a duplicate", async () => {
  const { actor, url, id } = await openEndpoint();
  await changeEndpoint(actor, id, { status: "paused" });
  const body = '{"event_id":"evt_1"}';
  expect(await ring({ url, body })).toMatchObject({ status: 202, body: { verdict: "held" }, queued: [] });
  expect(await ring({ url, body })).toMatchObject({ status: 200, body: { verdict: "duplicate" } });
});

test("the event's type and id stand where the endpoint says", async () => {
  const { actor, url } = await openEndpoint({ eventTypePath: "$.meta.kind", eventIdPath: "meta.ids[0]" });
  const { body } = await ring({ url, body: '{"meta":{"kind":"order.paid","ids":["a-1"]}}' });
  const { eventType, eventId } = await readDelivery(actor, (body as { delivery: `dlv_${string}` }).delivery);
  expect({ eventType, eventId }).toEqual({ eventType: "order.paid", eventId: "a-1" });
});

test.each([
  [{ methods: [] }],
  [{ allowedAddresses: ["10.1"] }],
  [{ bytesMax: 0 }],
  [{ rate: { perMinute: 0 } }],
  [{ token: { header: "x" } }],
  [{ clientCertificate: {} }],
  [{ unheardOf: 1 }],
])("the options %j are refused with the place that is wrong", async (options) => {
  await expect(openEndpoint(options)).rejects.toMatchObject({
    code: "invalid_input",
    problems: [{ path: expect.stringMatching(/^options/) }],
  });
});

test("what is held is released once, in the order it came, and runs then", async () => {
  const { actor, url, id } = await openEndpoint();
  await listenTo(actor, id);
  await changeEndpoint(actor, id, { status: "paused" });
  for (const n of [1, 2, 3]) await ring({ url, body: `{"event_id":"evt_${n}"}` });
  const released = await Promise.all([releaseHeld(actor, id), releaseHeld(actor, id)]);
  expect(released.reduce((sum, each) => sum + each.released, 0)).toBe(3);
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status)).toEqual(["queued", "queued", "queued"]);
  expect(await ring({ url, body: '{"event_id":"evt_1"}' })).toMatchObject({ body: { verdict: "duplicate" } });
});

test("what was refused can be processed after all, once, as the event that it is", async () => {
  const { actor, url, id } = await openEndpoint({}, "github");
  await listenTo(actor, id);
  const headers = { "x-github-event": "push", "x-github-delivery": "guid-1" };
  const { body } = await ring({ url, headers, body: "{}" });
  const deliveryId = (body as { delivery: `dlv_${string}` }).delivery;
  expect(await processDelivery(actor, deliveryId)).toEqual({ runs: 1 });
  expect(await readDelivery(actor, deliveryId)).toMatchObject({
    verdict: "accepted",
    eventType: "push",
    eventId: "guid-1",
    runs: [{ status: "queued" }],
  });
  await expect(processDelivery(actor, deliveryId)).rejects.toMatchObject({ code: "conflict" });
});

test("a refused delivery that is let in counts by the endpoint's own rule for repeats, for as long as that says", async () => {
  const dedupe = { by: "path", path: "order", windowSeconds: 60 };
  const { actor, url, id } = await openEndpoint({ dedupe, schema: { required: ["total"] } });
  const nowMs = Date.now();
  const { delivery } = await ring({ url, body: '{"order":7}', nowMs });
  await processDelivery(actor, delivery as `dlv_${string}`, nowMs);
  expect(await ring({ url, body: '{"order":7,"total":1}' })).toMatchObject({ body: { verdict: "duplicate" } });
  const { rows } = await pool().query("SELECT expires_at FROM dedupe_keys WHERE delivery_id = $1", [
    toUuid(delivery as `dlv_${string}`),
  ]);
  expect(rows).toEqual([{ expires_at: new Date(nowMs + 60_000) }]);
  await changeEndpoint(actor, id, { options: { dedupe: { by: "none" } } });
  expect(await ring({ url, body: '{"order":7,"total":1}' })).toMatchObject({ body: { verdict: "accepted" } });
});

test("failed proofs from one address are one event with a count, and a proven new address is another", async () => {
  const { actor, url, id, secret } = await openEndpoint({}, "github");
  for (let n = 0; n < 3; n++) await ring({ url, address: "198.51.100.7" });
  await ring({ url, address: "192.0.2.1", headers: signedPush(secret, "{}") });
  await ring({ url, address: "192.0.2.99", headers: signedPush(secret, "{}") });
  const items = await waitFor(async () => {
    const found = await listSecurityEvents(actor, { limit: 10, endpoint: id });
    return found.items.length === 2 ? found.items : undefined;
  });
  expect(new Set(items.map(({ kind, address, count }) => `${kind} ${address} ${count}`))).toEqual(
    new Set(["not_verified 198.51.100.7 3", "new_address 192.0.2.99 1"]),
  );
  expect((await listSecurityEvents(actor, { limit: 10, kind: "new_address" })).items).toHaveLength(1);
});

test("a schema lets in what follows it, with numbers as they are, and tells what does not and where", async () => {
  const schema = { type: "object", required: ["amount"], properties: { amount: { type: "number", maximum: 100 } } };
  const { url } = await openEndpoint({ schema });
  expect(await ring({ url, body: '{"amount":12.50}' })).toMatchObject({ status: 202 });
  expect(await ring({ url, body: '{"amount":"12"}' })).toMatchObject({
    status: 422,
    body: { code: "schema_mismatch", problems: [{ path: "amount", message: expect.stringContaining("number") }] },
  });
});

test.each(["gzip", "deflate", "br"] as const)(
  "a body compressed with %s is kept as it came, and read",
  async (encoding) => {
    const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[encoding];
    const { actor, url } = await openEndpoint();
    const packed = pack('{"event_type":"packed","event_id":"evt_1"}');
    const { body } = await ring({ url, body: packed, headers: { "content-encoding": encoding } });
    const id = (body as { delivery: `dlv_${string}` }).delivery;
    expect(await readDelivery(actor, id)).toMatchObject({ verdict: "accepted", eventType: "packed", eventId: "evt_1" });
    expect(Buffer.from(await readDeliveryBody(actor, id)).equals(packed)).toBe(true);
    expect(Buffer.from(await readDeliveryBody(actor, id, { decoded: "true" })).toString()).toContain('"packed"');
  },
);

test("what swells beyond the limit, is cut off, or packed in an unknown way, is refused", async () => {
  const { url } = await openEndpoint({ bytesMax: 10_000 });
  const packed = (body: Buffer, encoding: string) => ring({ url, body, headers: { "content-encoding": encoding } });
  expect(await packed(gzipSync(Buffer.alloc(1_000_000)), "gzip")).toMatchObject({ status: 413 });
  expect(await packed(gzipSync("{}").subarray(0, 12), "gzip")).toMatchObject({ status: 400 });
  expect(await packed(Buffer.from("{}"), "zstd")).toMatchObject({ status: 415 });
});

test.each<[rule: object, first: string, second: string, verdict: string]>([
  [{ by: "path", path: "order" }, '{"order":1,"n":1}', '{"order":1,"n":2}', "duplicate"],
  [{ by: "body" }, '{"n":1}', '{"n":1}', "duplicate"],
  [{ by: "none" }, '{"event_id":"e"}', '{"event_id":"e"}', "accepted"],
])("the same event by the rule %j", async (dedupe, ...[first, second, verdict]) => {
  const { url } = await openEndpoint({ dedupe });
  expect(await ring({ url, body: first })).toMatchObject({ body: { verdict: "accepted" } });
  expect(await ring({ url, body: second })).toMatchObject({ body: { verdict } });
});

test("an endpoint answers what it is told to, filled in from the delivery, and never as a page", async () => {
  const answer = { status: 200, contentType: "application/json", body: '{"got": {{ trigger.body.order | json }}}' };
  const { url } = await openEndpoint({ answer });
  const { status, headers, body } = await ring({ url, body: '{"order":"a\\"b"}' });
  expect({ status, body }).toEqual({ status: 200, body: '{"got": "a\\"b"}' });
  expect(headers["content-type"]).toBe("application/json");
  await expect(openEndpoint({ answer: { ...answer, contentType: "text/html" } })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("the log tells with which status a delivery was really answered, also where Doorbell did not choose it", async () => {
  const { actor, url } = await openEndpoint({ dedupe: { by: "body" }, answer: { status: 201, body: "{}" } });
  for (const verdict of ["accepted", "duplicate"]) {
    const { status, delivery } = await ring({ url, body: '{"n":1}' });
    expect(status).toBe(201);
    expect(await readDelivery(actor, delivery as `dlv_${string}`)).toMatchObject({ verdict, status });
  }
  const airtable = await openEndpoint({}, "airtable");
  const { status, delivery } = await ringEndpoint(airtable.actor, airtable.id, undefined);
  expect(status).toBe(200);
  expect(await readDelivery(airtable.actor, delivery as `dlv_${string}`)).toMatchObject({ status });
});

test("of several events in one delivery each has its run, and one that comes again has none", async () => {
  const { actor, url, id, secret } = await openEndpoint({ batch: "items", scheme: "hubspot-v1" }, "hubspot");
  await listenTo(actor, id);
  const send = (...ids: number[]) => {
    const body = JSON.stringify(
      ids.map((eventId) => ({ eventId, subscriptionType: "contact.creation", occurredAt: 17 })),
    );
    const signature = createHash("sha256").update(secret).update(body).digest("hex");
    return ring({ url, body, headers: { "x-hubspot-signature": signature, "x-hubspot-signature-version": "v1" } });
  };
  expect(await send(1, 2)).toMatchObject({ status: 202 });
  expect(await send(2, 3)).toMatchObject({ status: 202 });
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status).toSorted()).toEqual(["filtered", "queued", "queued", "queued"]);
  expect(items.find(({ status }) => status === "filtered")?.error).toBe("This event had arrived before.");
  const runs = await Promise.all(items.filter(({ status }) => status === "queued").map((run) => takeUpRun(run.id)));
  const seen = runs.map((run) => run?.scope.trigger["body"]);
  expect(seen).toEqual(expect.arrayContaining([1, 2, 3].map((eventId) => expect.objectContaining({ eventId }))));
});

test.each(sources.map(({ id }) => id))("%s can be rung with its sample from within", async (source) => {
  const { actor, id } = await openEndpoint({}, source);
  const { delivery, status } = await ringEndpoint(actor, id, undefined);
  expect(status).toBeLessThan(300);
  expect(await readDelivery(actor, delivery as `dlv_${string}`)).toMatchObject({ verdict: "accepted" });
});
