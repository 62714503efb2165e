import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { readDelivery, readDeliveryBody } from "@/lib/services/read-delivery";
import { deliveryIn, openEndpoint } from "../support/open-endpoint";
import { ring } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("what arrives at a paused endpoint is kept and held, and a repeat of it is a duplicate", async () => {
  const { actor, url, id } = await openEndpoint();
  await changeEndpoint(actor, id, { status: "paused" });
  const body = '{"event_id":"evt_1"}';
  expect(await ring({ url, body })).toMatchObject({ status: 202, body: { verdict: "held" }, queued: [] });
  expect(await ring({ url, body })).toMatchObject({ status: 200, body: { verdict: "duplicate" } });
});

test("the event's type and id stand where the endpoint says", async () => {
  const { actor, url } = await openEndpoint({ eventTypePath: "$.meta.kind", eventIdPath: "meta.ids[0]" });
  const answer = await ring({ url, body: '{"meta":{"kind":"order.paid","ids":["a-1"]}}' });
  const { eventType, eventId } = await readDelivery(actor, deliveryIn(answer));
  expect({ eventType, eventId }).toEqual({ eventType: "order.paid", eventId: "a-1" });
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
    const id = deliveryIn(await ring({ url, body: packed, headers: { "content-encoding": encoding } }));
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
