import { generateKeyPairSync, sign } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { readDelivery } from "@/lib/services/read-delivery";
import { ringEndpoint } from "@/lib/services/ring-endpoint";
import { rotateSecret } from "@/lib/services/rotate-secret";
import { openEndpoint } from "../support/open-endpoint";
import { ring } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

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

test("an endpoint's own answer reads a compressed body as it was before", async () => {
  const { url } = await openEndpoint({ answer: { status: 200, body: '{"got": {{ trigger.body.order | json }}}' } });
  const headers = { "content-encoding": "gzip" };
  expect(await ring({ url, body: gzipSync('{"order":7}'), headers })).toMatchObject({ body: '{"got": 7}' });
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

test("Discord is answered as each of its requests wants it, and as the endpoint says", async () => {
  const { actor, url, id } = await openEndpoint({}, "discord");
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const value = publicKey.export({ format: "der", type: "spki" }).subarray(12).toString("hex");
  await rotateSecret(actor, id, { value, overlapSeconds: 0 });
  const send = async (sent: object) => {
    const body = JSON.stringify(sent);
    const signature = sign(null, Buffer.from(`1760000000${body}`), privateKey).toString("hex");
    const headers = { "x-signature-ed25519": signature, "x-signature-timestamp": "1760000000" };
    const answer = await ring({ url, body, headers });
    return [answer.status, answer.headers["content-type"], answer.body];
  };
  const json = "application/json";
  for (const type of [2, 3, 5]) expect(await send({ id: `1${type}`, type })).toEqual([200, json, '{"type":5}']);
  expect(await send({ id: "12", type: 2 })).toEqual([200, json, '{"type":5}']);
  expect(await send({ id: "20", type: 2, data: { name: "a".repeat(20_000) } })).toEqual([200, json, '{"type":5}']);
  // Only suggestions may be answered while a command is typed.
  expect(await send({ id: "14", type: 4 })).toEqual([200, json, '{"type":8,"data":{"choices":[]}}']);
  const event = { type: "ENTITLEMENT_CREATE", timestamp: "2026-03-04T09:30:00" };
  expect(await send({ type: 1, event })).toMatchObject([204, expect.anything(), ""]);

  const own = '{"type":4,"data":{"content":"Lit."}}';
  await changeEndpoint(actor, id, { options: { answer: { status: 200, body: own } } });
  expect(await send({ id: "22", type: 2 })).toEqual([200, json, own]);
});
